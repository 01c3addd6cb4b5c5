import { type MemberRole, type Organisation } from '../../api/organisation-queries.js';
import { capital, inOneBreath } from '../../lib/format.js';

export const kinds = [
  { id: 'employer', title: 'We hire for ourselves', says: 'People you write to see your name.' },
  { id: 'agency', title: 'We hire for our clients', says: 'You name your clients next. People you write to see for which client it is, and whoever blocked that client is hidden from you.' },
] as const satisfies readonly { id: Organisation['kind']; title: string; says: string }[];

export const kindWords = { employer: 'Hires for itself', agency: 'Hires for its clients' } as const satisfies Record<Organisation['kind'], string>;

export const roles = [
  { id: 'owner', title: 'Owner', says: 'Looks after members, clients and invitations, and searches.' },
  { id: 'recruiter', title: 'Recruiter', says: 'Searches for people, keeps lists, asks for contact.' },
  { id: 'billing', title: 'Billing', says: 'Sees and buys what the organisation pays for. Sees nobody.' },
] as const satisfies readonly { id: MemberRole; title: string; says: string }[];

export const rolesInWords = (held: readonly MemberRole[]): string => capital(inOneBreath(held));
