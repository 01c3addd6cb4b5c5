import { useLocation } from '@tanstack/react-router';
import { MagicLinkArrival } from '../../features/account/magic-link-arrival.js';
import { tokenIn } from './token-in.js';
import { useArrival } from './use-arrival.js';

export function SignInByLinkPage() {
  const { hash } = useLocation();
  const onDone = useArrival();
  return <MagicLinkArrival token={tokenIn(hash)} onDone={onDone} />;
}
