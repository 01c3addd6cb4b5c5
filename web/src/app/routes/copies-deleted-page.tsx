import { useLocation } from '@tanstack/react-router';
import { CopyDeleted } from '../../features/deletions/copy-deleted.js';
import { tokenIn } from './token-in.js';

export function CopiesDeletedPage() {
  const { hash } = useLocation();
  return <CopyDeleted token={tokenIn(hash)} />;
}
