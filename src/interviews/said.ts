/** What was said to a question in all; `startsAt` is where the answer to its follow-up begins, null when there is none. */
export interface Said {
  readonly text: string;
  readonly startsAt: number | null;
}

/**
 * An answer and what was said to its follow-up, read as one text: a point made on being asked again counts like one made
 * at once, and a follow-up that is left out costs nothing.
 */
export function saidInAll(answer: string, followUp: string | null): Said {
  if (!followUp?.trim()) return { text: answer, startsAt: null };
  const before = answer.trim() ? `${answer}\n\n` : '';
  return { text: before + followUp, startsAt: before.length };
}
