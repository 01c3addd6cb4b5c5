import { type Invitation, type InvitationRefusal, type InvitationState, type ListFault } from '../../api/invitation-queries.js';
import { showDay } from '../../lib/format.js';

export const stateWords: Record<InvitationState, string> = {
  invited: 'Invited', opened: 'Opened', in_progress: 'In progress', complete: 'Complete', expired: 'Expired', revoked: 'Revoked', declined: 'Declined', withdrawn: 'Withdrawn',
};

/** As somebody says it of what they are invited to. */
const refusalWords: Record<InvitationRefusal, string> = {
  role: 'not the job they look for', timing: 'the time', place: 'the place', format: 'an interview of this kind', ai: 'the use of AI', not_me: 'it was meant for somebody else', other: 'another reason',
};

/** Why a line of a list is left out, and what to do. */
export const faultWords: Readonly<Record<ListFault, string>> = {
  malformed: 'This is no e-mail address.',
  long_name: 'The name is longer than 200 characters.',
  twice: 'The address stands in the list before.',
  invited: 'Invited already, and the answer is still awaited.',
  member: 'A colleague of yours.',
  refused: 'On the list of those you do not invite.',
};

export const states = Object.keys(stateWords) as InvitationState[];

/** Those in which somebody may still answer. */
const waiting: readonly InvitationState[] = ['invited', 'opened', 'in_progress'];
export const isWaiting = ({ state }: Pick<Invitation, 'state'>): boolean => waiting.includes(state);

/** What an invitation is called when there is no name, or no address any more. */
export const calledBy = ({ name, email }: Pick<Invitation, 'name' | 'email'>): string => name ?? email ?? 'Somebody who is no longer here';

/** Besides the state: how far they have come, or since when it is over. */
export function progressOf({ state, refusal, questionCount, answeredCount, invitedAt, openedAt, completedAt, endedAt, deadlineAt }: Invitation): string {
  const on = (at: string | null): string => (at === null ? '' : ` on ${showDay(at)}`);
  switch (state) {
    case 'invited': return `Mailed${on(invitedAt)}`;
    case 'opened': return `Opened${on(openedAt)}`;
    case 'in_progress': return `${answeredCount} of ${questionCount} answers`;
    case 'complete': return `Handed in${on(completedAt)}`;
    case 'expired': return `Not handed in by ${showDay(deadlineAt)}`;
    case 'revoked': return `Revoked${on(endedAt)}`;
    case 'declined': return `Said no${on(endedAt)}${refusal === null ? '' : `: ${refusalWords[refusal]}`}`;
    case 'withdrawn': return `No longer shares it${endedAt === null ? '' : `, since ${showDay(endedAt)}`}`;
  }
}
