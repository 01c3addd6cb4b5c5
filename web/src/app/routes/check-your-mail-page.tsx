import { useLocation } from '@tanstack/react-router';
import { CheckYourMail } from '../../features/account/check-your-mail.js';
import { useArrival } from './use-arrival.js';

export function CheckYourMailPage() {
  const { state } = useLocation();
  return <CheckYourMail email={state.email ?? null} onSignedIn={useArrival()} />;
}
