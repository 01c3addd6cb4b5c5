import { type Finding } from './assessment.js';

/** `A`, `A and B`, `A, B and C`; beyond `most` the rest is counted. */
export function list(names: readonly string[], most = 6): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}

/** The skill, or `A or B` when one of several is enough; a long choice is cut. */
export function nameOf({ oneOf }: Pick<Finding, 'oneOf'>): string {
  const names = oneOf.map(({ name }) => name);
  if (names.length === 1) return names[0]!;
  const shown = names.length > 4 ? [...names.slice(0, 3), 'the like'] : names;
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)!}`;
}

/** As `nameOf`, for lists: a choice of more than two is cut to its first. */
export function shortNameOf(finding: Pick<Finding, 'oneOf'>): string {
  return finding.oneOf.length > 2 ? `${finding.oneOf[0]!.name} (or the like)` : nameOf(finding);
}

/** A line of a list without the bullet before it. */
export function withoutBullet(line: string): string {
  return line.replace(/^[\s\-–—*•·▪◦●■‣]+/, '');
}

/** `1 year`, `3.5 years`. */
export function years(count: number): string {
  return `${count} ${count === 1 ? 'year' : 'years'}`;
}

/** `a product manager`, `an UX designer` would be wrong: a title that begins with a spoken vowel takes `an`. */
export function aRole(title: string): string {
  const said = /^[A-Z]{2}/.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  return `${/^[aeio]/i.test(said) ? 'an' : 'a'} ${said}`;
}
