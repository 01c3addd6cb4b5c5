/** In the order in which an invitation goes through them. */
const WORDS = [
  ['invited', 'invited'], ['opened', 'opened'], ['in_progress', 'in progress'], ['complete', 'complete'], ['declined', 'declined'], ['expired', 'expired'], ['revoked', 'revoked'], ['withdrawn', 'withdrawn'],
] as const;

/** How many invitations stand where; what is nobody's is left out. */
export const invitationWords = (counts: Readonly<Record<string, number>>): { state: string; amount: number; says: string }[] =>
  WORDS.flatMap(([state, says]) => (counts[state] ? [{ state, amount: counts[state], says }] : []));
