import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';

/** "30 days": how long the address of an invitation stays that came to nothing. */
export function useAddressKept(): string | null {
  const { data } = useQuery(policyQuery);
  return data?.retention.find(({ id }) => id === 'invitations')?.keep ?? null;
}
