import { ProblemError, type ProblemCode, sentenceFor } from '../../api/problem.js';

/**
 * The faults of a form by field, from what the server said: the field that this form gives a code to, then the fields the
 * server names, and under the empty key what concerns the form as a whole.
 */
export function faultsOf(error: unknown, fieldOf: Partial<Record<ProblemCode, string>> = {}): Record<string, string> {
  if (!(error instanceof ProblemError)) return { '': sentenceFor(error) };
  const { problem } = error;
  const named = Object.values(problem.fields);
  const field = (fieldOf as Partial<Record<string, string>>)[problem.code];
  if (field === undefined && named.length > 0) return problem.fields;
  return { [field ?? '']: named[0] ?? sentenceFor(error) };
}

/** Only what can be shown as text goes into the summary. */
export const asSentences = (errors: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
