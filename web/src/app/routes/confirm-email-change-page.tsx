import { useLocation } from '@tanstack/react-router';
import { ConfirmEmailChange } from '../../features/account/confirm-email-change.js';
import { tokenIn } from './token-in.js';

export function ConfirmEmailChangePage() {
  const { hash } = useLocation();
  return <ConfirmEmailChange token={tokenIn(hash)} />;
}
