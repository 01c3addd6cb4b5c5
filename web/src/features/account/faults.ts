import { ProblemError, type ProblemCode, sentenceFor } from '../../api/problem.js';

/**
 * The faults of a form by field, from what the server said: its own fields first, then the field a code belongs to, and
 * under the empty key what concerns the form as a whole.
 */
export function faultsOf(error: unknown, fieldOf: Partial<Record<ProblemCode, string>> = {}): Record<string, string> {
  if (!(error instanceof ProblemError)) return { '': sentenceFor(error) };
  const { problem } = error;
  if (Object.keys(problem.fields).length > 0) return problem.fields;
  const fields: Partial<Record<string, string>> = fieldOf;
  return { [fields[problem.code] ?? '']: sentenceFor(error) };
}

/** Only what can be shown as text goes into the summary. */
export const asSentences = (errors: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
