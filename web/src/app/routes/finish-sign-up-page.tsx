import { useNavigate } from '@tanstack/react-router';
import { FinishSignUp } from '../../features/account/finish-sign-up.js';
import { paths } from '../paths.js';
import { useArrival } from './use-arrival.js';

export function FinishSignUpPage() {
  const navigate = useNavigate();
  const onDone = useArrival();
  return <FinishSignUp onDone={onDone} onForgotten={() => void navigate({ to: paths.welcome })} />;
}
