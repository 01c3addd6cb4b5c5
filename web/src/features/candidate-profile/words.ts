import { type availabilities, type levelIds, type remoteWishes } from '../../api/profile-queries.js';
import { byName, type Choice } from '../../lib/countries.js';

export const levelWords: Readonly<Record<(typeof levelIds)[number], string>> = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', lead: 'Lead' };
export const remoteWords: Readonly<Record<(typeof remoteWishes)[number], string>> = { onsite: 'On site', hybrid: 'Partly from home', remote: 'Remote', any: 'On site or remote, I like both' };
export const availabilityWords: Readonly<Record<(typeof availabilities)[number], string>> = { now: 'Now', month: 'Within a month', quarter: 'Within three months', looking_later: 'Later' };

const LANGUAGES = `aa ab af ak am an ar as av ay az ba be bg bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig
  is it iu ja jv ka kg ki kk kl km kn ko ks ku kw ky la lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
  sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wo xh yi yo za zh zu`.split(/\s+/);

export const languages = byName(LANGUAGES, new Intl.DisplayNames(['en-GB'], { type: 'language' }));
const languageNames = new Map(languages.map(({ value, label }) => [value, label]));

export const languageName = (code: string): string => languageNames.get(code) ?? code;
/** Choices for a field that may stay open. */
export const openChoices = (words: Readonly<Record<string, string>>): Choice[] => [{ value: '', label: 'I would rather not say' }, ...Object.entries(words).map(([value, label]) => ({ value, label }))];
