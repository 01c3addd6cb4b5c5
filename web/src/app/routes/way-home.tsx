import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries.js';
import { type Account } from '../../api/schema.js';
import { ButtonLink } from '../../ui/button-link.js';
import { paths } from '../paths.js';

/** Leads from a page that leads nowhere to where somebody is at home. */
export function WayHome() {
  const { data: session } = useQuery(sessionQuery);
  const { to, says } = homeOf(session?.account ?? null);
  return <ButtonLink to={to}>{says}</ButtonLink>;
}

function homeOf(account: Account | null) {
  if (account === null) return { to: paths.welcome, says: 'Go to the first page' } as const;
  if (account.roles.includes('recruiter')) return { to: paths.talent, says: 'Go to your search' } as const;
  if (account.roles.includes('operator')) return { to: paths.operator, says: 'Go to the console' } as const;
  return { to: paths.practice, says: 'Go to your practice' } as const;
}
