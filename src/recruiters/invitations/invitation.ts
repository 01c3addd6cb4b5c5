/**
 * How an invitation stands. `opened`: whoever was invited pressed Continue. `withdrawn`: they took their consent back, or
 * deleted the interview, so that nothing of it can be read any more.
 */
export const invitationStates = ['invited', 'opened', 'in_progress', 'complete', 'expired', 'revoked', 'declined', 'withdrawn'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Those in which something is still awaited of whoever was invited. */
export const openStates = ['invited', 'opened', 'in_progress'] as const satisfies readonly InvitationState[];

/** Why somebody says no, if they say why. */
export const invitationRefusals = ['role', 'timing', 'place', 'format', 'ai', 'not_me', 'other'] as const;
export type InvitationRefusal = (typeof invitationRefusals)[number];

/** By whom an interview is judged. */
export const judges = ['ai', 'people'] as const;
export type Judge = (typeof judges)[number];

/** Everything that can happen to an invitation: from which states, and to which. */
export const moves = {
  open: { from: ['invited'], to: 'opened' },
  accept: { from: ['invited', 'opened'], to: 'opened' },
  start: { from: ['opened'], to: 'in_progress' },
  complete: { from: ['in_progress', 'expired'], to: 'complete' },
  decline: { from: ['invited', 'opened', 'in_progress'], to: 'declined' },
  revoke: { from: ['invited', 'opened', 'in_progress'], to: 'revoked' },
  expire: { from: ['invited', 'opened', 'in_progress'], to: 'expired' },
  // A no stays a no: who declined or withdrew is asked again by a new invitation, or not at all.
  reset: { from: ['opened', 'in_progress', 'complete', 'expired'], to: 'invited' },
} as const satisfies Record<string, { from: readonly InvitationState[]; to: InvitationState }>;
export type Move = keyof typeof moves;

/** Whether a move can be made in a state. */
export function canMove(move: Move, state: InvitationState): boolean {
  return (moves[move].from as readonly InvitationState[]).includes(state);
}

/** What the organisation may do with an invitation now. A decision stands beside the interview it is about, and a request to delete must find whoever has it outside: neither is asked for anew. */
export function movesOfRecruiter({ state, isDecided, isPassedOn }: { readonly state: InvitationState; readonly isDecided: boolean; readonly isPassedOn: boolean }): { resend: boolean; extend: boolean; revoke: boolean; reset: boolean } {
  const isOpen = canMove('revoke', state);
  return { resend: isOpen, extend: isOpen, revoke: isOpen, reset: canMove('reset', state) && !isDecided && !isPassedOn };
}

/** As much of an address as somebody who holds the link needs to know it again: `a•••@example.com`. */
export function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}

/** About how long somebody needs who thinks and speaks for as long as they may. Times are in seconds. */
export function minutesFor(questions: readonly { readonly thinkSeconds: number; readonly answerSeconds: number }[]): number {
  return Math.max(1, Math.ceil(questions.reduce((sum, { thinkSeconds, answerSeconds }) => sum + thinkSeconds + answerSeconds, 0) / 60));
}
