import { type RegisterLine } from '../../api/certificate-desk-queries.js';
import { showInstant } from '../../lib/format.js';

/** Why one does not hold any more, to whoever runs this place: its owner took nothing back where a changed notice ended what they had allowed. */
const endedBecause: Readonly<Record<NonNullable<RegisterLine['revokedBecause']>, string>> = {
  operator: 'by whoever runs this place', given_back: 'given back by its owner', erased: 'with the account of its owner', corrected: 'because another one was issued in its place',
  clip_withdrawn: 'because what was allowed of its video has ended',
};

/** What became of a certificate. */
export function inWords({ state, suspendedAt, revokedAt, revokedBecause, isPublished }: Pick<RegisterLine, 'state' | 'suspendedAt' | 'revokedAt' | 'revokedBecause' | 'isPublished'>): string {
  if (state === 'expired') return 'Expired';
  if (state === 'revoked') return `Revoked${revokedAt === null ? '' : ` on ${showInstant(revokedAt)}`}${revokedBecause === null ? '' : `, ${endedBecause[revokedBecause]}`}`;
  if (suspendedAt !== null) return `Suspended since ${showInstant(suspendedAt)}`;
  return isPublished ? 'Valid, and public' : 'Valid, and not public';
}
