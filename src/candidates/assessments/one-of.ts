import { type Mention } from '../skills/find-skills.js';

const LISTED = /^(?:,|\/|,?\s*(?:or|and\/or|and))$/i;
const OR = /\bor\b/i;
const FOR_EXAMPLE = /(?:(?:such as|e\.?\s?g\.?,?|like|for example,?|one of(?: the following)?:?|any of|either)\s*\(?|\b(?:one|an?|any)\b[^.;:,()]{0,40}\(\s*)$/i;

/** The mentions of a line in groups: those of "A, B or C" and of "such as A, B and C" are one, of which one skill is enough. */
export function alternativesAmong(line: string, mentions: readonly Mention[]): Mention[][] {
  return runsOf(line, mentions).flatMap((run) => {
    const first = run[0]!;
    const isChoice = FOR_EXAMPLE.test(line.slice(Math.max(0, first.start - 60), first.start));
    return isChoice ? [run] : splitAtOr(line, run);
  });
}

/** Mentions with nothing but a comma, a slash, an "or" or an "and" between them. */
function runsOf(line: string, mentions: readonly Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  for (const mention of mentions) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && LISTED.test(line.slice(last.end, mention.start).trim())) run.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

/** "A, B or C" is a choice up to the next "and"; without an "or" each stands for itself. */
function splitAtOr(line: string, run: readonly Mention[]): Mention[][] {
  const parts: Mention[][] = [[]];
  for (const [index, mention] of run.entries()) {
    const between = index === 0 ? '' : line.slice(run[index - 1]!.end, mention.start);
    if (/\band\b(?!\/or)/i.test(between)) parts.push([]);
    parts.at(-1)!.push(mention);
  }
  return parts.flatMap((part) => {
    const isChoice = part.some((mention, index) => index > 0 && OR.test(line.slice(part[index - 1]!.end, mention.start)));
    return isChoice ? [part] : part.map((mention) => [mention]);
  });
}
