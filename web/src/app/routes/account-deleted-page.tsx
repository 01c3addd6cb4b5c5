import { useLocation } from '@tanstack/react-router';
import { AccountDeleted } from '../../features/account/account-deleted.js';

export function AccountDeletedPage() {
  const { state } = useLocation();
  return <AccountDeleted deletion={state.deletion ?? null} />;
}
