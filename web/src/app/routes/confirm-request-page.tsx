import { useLocation } from '@tanstack/react-router';
import { ConfirmRequest } from '../../features/privacy-centre/confirm-request.js';
import { tokenIn } from './token-in.js';

export function ConfirmRequestPage() {
  const { hash } = useLocation();
  return <ConfirmRequest token={tokenIn(hash)} />;
}
