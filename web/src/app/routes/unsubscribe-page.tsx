import { useLocation } from '@tanstack/react-router';
import { Unsubscribe } from '../../features/notifications/unsubscribe.js';
import { tokenIn } from './token-in.js';

export function UnsubscribePage() {
  const { hash } = useLocation();
  return <Unsubscribe token={tokenIn(hash)} />;
}
