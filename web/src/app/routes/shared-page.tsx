import { useLocation } from '@tanstack/react-router';
import { SharedResults } from '../../features/shared-results/shared-results.js';
import { tokenIn } from './token-in.js';

export function SharedPage() {
  const { hash } = useLocation();
  return <SharedResults token={tokenIn(hash)} />;
}
