import { useLocation } from '@tanstack/react-router';
import { ForgottenPasswordForm } from '../../features/account/forgotten-password-form.js';

export function ForgottenPasswordPage() {
  const { state } = useLocation();
  return <ForgottenPasswordForm email={state.email ?? ''} />;
}
