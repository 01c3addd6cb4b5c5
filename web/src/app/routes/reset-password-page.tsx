import { useLocation, useNavigate } from '@tanstack/react-router';
import { ResetPasswordForm } from '../../features/account/reset-password-form.js';
import { useForgetPerson } from '../../features/account/use-sign-out.js';
import { paths } from '../paths.js';
import { tokenIn } from './token-in.js';

export function ResetPasswordPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const forget = useForgetPerson();
  const onDone = (): void => {
    // Every sign-in has ended, this browser's among them.
    forget();
    void navigate({ to: paths.signIn, state: { passwordSet: true }, replace: true });
  };
  return <ResetPasswordForm token={tokenIn(hash)} onDone={onDone} />;
}
