import { useLocation } from '@tanstack/react-router';
import { CheckYourMail } from '../../features/account/check-your-mail.js';

export function CheckYourMailPage() {
  const { state } = useLocation();
  return <CheckYourMail email={state.email ?? null} />;
}
