import { type availabilities, type levelIds, type remoteWishes } from '../../api/profile-queries.js';

export const levelWords: Readonly<Record<(typeof levelIds)[number], string>> = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', lead: 'Lead' };
export const remoteWords: Readonly<Record<(typeof remoteWishes)[number], string>> = { onsite: 'On site', hybrid: 'Partly from home', remote: 'Remote', any: 'On site or remote, I like both' };
export const availabilityWords: Readonly<Record<(typeof availabilities)[number], string>> = { now: 'Now', month: 'Within a month', quarter: 'Within three months', looking_later: 'Later' };

const COUNTRIES = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
  DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL
  PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN
  VU WF WS YE YT ZA ZM ZW`.split(/\s+/);
const LANGUAGES = `aa ab af ak am an ar as av ay az ba be bg bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig
  is it iu ja jv ka kg ki kk kl km kn ko ks ku kw ky la lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
  sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wo xh yi yo za zh zu`.split(/\s+/);

export interface Choice {
  value: string;
  label: string;
}

const byName = (codes: readonly string[], names: Intl.DisplayNames): Choice[] =>
  codes.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label, 'en'));

export const countries = byName(COUNTRIES, new Intl.DisplayNames(['en-GB'], { type: 'region' }));
export const languages = byName(LANGUAGES, new Intl.DisplayNames(['en-GB'], { type: 'language' }));
const languageNames = new Map(languages.map(({ value, label }) => [value, label]));

export const languageName = (code: string): string => languageNames.get(code) ?? code;
/** Choices for a field that may stay open. */
export const openChoices = (words: Readonly<Record<string, string>>): Choice[] => [{ value: '', label: 'I would rather not say' }, ...Object.entries(words).map(([value, label]) => ({ value, label }))];
