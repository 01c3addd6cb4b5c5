import { useLocation } from '@tanstack/react-router';
import { MagicCodeForm } from '../../features/account/magic-code-form.js';
import { useArrival } from './use-arrival.js';

export function SignInByCodePage() {
  const { state } = useLocation();
  const onDone = useArrival();
  return <MagicCodeForm email={state.email ?? null} onDone={onDone} />;
}
