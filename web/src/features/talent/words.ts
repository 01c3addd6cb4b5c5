import { type Availability, type Level, type Remote, type TalentAsk } from '../../api/talent-queries.js';

export const levelWords: Record<Level, string> = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', lead: 'Lead' };
export const remoteWords: Record<Remote, string> = { onsite: 'On site', hybrid: 'Hybrid', remote: 'Remote', any: 'On site or remote' };
export const availabilityWords: Record<Availability, string> = { now: 'Now', month: 'Within a month', quarter: 'Within three months', looking_later: 'Later' };

const regions = new Intl.DisplayNames(['en-GB'], { type: 'region' });
const languages = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** "Germany" for "DE"; a code nobody knows stays as it is. */
export const countryName = (code: string): string => named(regions, code);
/** "German" for "de". */
export const languageName = (code: string): string => named(languages, code);

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Who judged, as it is said in a sentence. */
export const evaluatorName = (evaluator: string): string => (evaluator === 'built-in' ? 'built-in evaluator' : evaluator);

/** "Lisbon, Portugal · hybrid", as far as it is shared. */
export function whereabouts({ place, country, remote }: { place: string | null; country: string | null; remote: Remote | null }): string {
  const town = [place, country === null ? null : countryName(country)].filter((part) => part !== null && part !== '').join(', ');
  return [town, remote === null ? '' : remoteWords[remote]].filter((part) => part !== '').join(' · ');
}

/** What one word of a question says: "Senior", "score of 7 or more". */
export function wordFor(name: keyof TalentAsk, value: string | number, competencies: ReadonlyMap<string, string>): string {
  const text = String(value);
  if (String(name).startsWith('min.')) return `${competencies.get(String(name).slice(4)) ?? String(name).slice(4)} ${text} or more`;
  return said[name]?.(text) ?? text;
}

/** What would be hard to understand without a word beside it; the rest speaks for itself. */
const said: { readonly [Name in keyof TalentAsk]?: (value: string) => string } = {
  text: (value) => `“${value}”`,
  level: (value) => levelWords[value as Level],
  remote: (value) => remoteWords[value as Remote],
  language: languageName,
  availability: (value) => `Available: ${availabilityWords[value as Availability].toLowerCase()}`,
  certificate: () => 'Has a valid certificate',
  minScore: (value) => `Score of ${value} or more`,
  anySkills: (value) => `${value} (one of)`,
};
