import { type VisibilityPreview } from '../../api/visibility-queries.js';
import { count, inOneBreath, showDay } from '../../lib/format.js';

/** What recruiters are always shown of somebody they can find. */
export const LEAST = ['headline', 'skills'] as const;

/** What somebody may share besides, each for itself. */
export const choices = ['place', 'languages', 'availability', 'scores', 'answers', 'certificate', 'name', 'email'] as const;
export type SharedField = (typeof choices)[number];

export const fieldWords: Readonly<Record<SharedField, string>> = {
  place: 'Place, and where you would work', languages: 'Languages', availability: 'When you could begin', scores: 'Scores', answers: 'Best answers, in your words', certificate: 'Certificate', name: 'Name', email: 'E-mail address',
};

/** What to know before one shares a field, whatever is in it by now. */
export const beforeSharing: Readonly<Partial<Record<SharedField, string>>> = {
  answers: 'They may name you, other people or employers: read them below first. When another interview becomes your best, its answers take their place.',
};

const short: Readonly<Record<string, string>> = {
  headline: 'headline', answers: 'answers', recordings: 'recordings', skills: 'skills', place: 'place', languages: 'languages', availability: 'when you could begin', scores: 'scores', certificate: 'certificate', name: 'name', email: 'e-mail address',
};

/** "your headline, skills and name". */
export const fieldsInWords = (fields: readonly string[]): string => `your ${inOneBreath(fields.map((field) => short[field] ?? field))}`;

const remote = { onsite: 'on site', hybrid: 'partly from home', remote: 'remote', any: 'on site or remote' } as const;
const availability = { now: 'Now', month: 'Within a month', quarter: 'Within three months', looking_later: 'Later' } as const;
const regions = new Intl.DisplayNames(['en-GB'], { type: 'region' });
const languages = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** What a field would show of this person; null when there is nothing in it. */
export function valueOf(field: SharedField, all: VisibilityPreview): string | null {
  const { place, country, scores, answers, certificate } = all;
  switch (field) {
    case 'place': return [place, country && regions.of(country), all.remote && remote[all.remote]].filter(Boolean).join(', ') || null;
    case 'languages': return inOneBreath((all.languages ?? []).map((code) => languages.of(code) ?? code)) || null;
    case 'availability': return all.availability && availability[all.availability];
    case 'scores': return scores && `${scores.overall} in your best Live interview, and by competency, with the name of who judged it`;
    case 'answers': return answers && `${count(answers.said.length, 'answer')} of your best Live interview, word for word with what was asked`;
    case 'certificate': return certificate && `${certificate.role}, ${certificate.score}, valid until ${showDay(certificate.validUntil)}${certificate.path === null ? '; not its page, which bears your name' : ', with a link to its page'}`;
    case 'name': case 'email': return all[field];
  }
}
