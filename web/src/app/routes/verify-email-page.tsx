import { useLocation, useNavigate } from '@tanstack/react-router';
import { VerifyEmail } from '../../features/account/verify-email.js';
import { paths } from '../paths.js';
import { tokenIn } from './token-in.js';

export function VerifyEmailPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  return <VerifyEmail token={tokenIn(hash)} onDone={() => void navigate({ to: paths.signIn, state: { confirmed: true }, replace: true })} />;
}
