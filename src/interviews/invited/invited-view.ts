import { type Interview } from '../interview.entity.js';
import { type SummaryView } from '../interviews.dto.js';

/** What its owner is told of who invited them; null for practice. */
export function invitedView({ invitedBy, originRef, deadlineAt }: Pick<Interview, 'invitedBy' | 'originRef' | 'deadlineAt'>, delayedUntil: Date | null): SummaryView['invited'] {
  return invitedBy === null ? null : { ref: originRef, by: invitedBy, deadlineAt: deadlineAt?.toISOString() ?? null, delayedUntil: delayedUntil?.toISOString() ?? null };
}
