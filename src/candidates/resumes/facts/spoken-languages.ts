import { type LanguageLevel, type SpokenLanguage } from '../reading.js';
import { folded } from './folded.js';
import { type Place } from './sections.js';

// Folded names in the languages resumes are written in; the code is that of ISO 639-1.
const NAMES: Readonly<Record<string, string>> = {
  en: 'english|englisch|anglais|ingles|inglese|engels|engelsk|engelska|angielski', de: 'german|deutsch|allemand|aleman|alemao|tedesco|duits|tysk|tyska|niemiecki',
  fr: 'french|franzosisch|francais|frances|francese|frans|fransk|franska|francuski', es: 'spanish|spanisch|espagnol|espanol|espanhol|spagnolo|spaans|spansk|spanska|hiszpanski|castellano',
  pt: 'portuguese|portugiesisch|portugais|portugues|portoghese|portugees|portugisisk|portugalski', it: 'italian|italienisch|italien|italiano|italiaans|italiensk|italienska|wloski',
  nl: 'dutch|niederlandisch|neerlandais|holandes|neerlandes|olandese|nederlands|nederlandsk|holenderski', pl: 'polish|polnisch|polonais|polaco|polones|polacco|pools|polsk|polska|polski',
  ru: 'russian|russisch|russe|ruso|russo|russisk|ryska|rosyjski', uk: 'ukrainian|ukrainisch|ukrainien|ucraniano|ukrainsk|ukrainski', no: 'norwegian|norwegisch|norvegien|noruego|noruegues|norvegese|norsk|norweski',
  sv: 'swedish|schwedisch|suedois|sueco|svedese|zweeds|svensk|svenska|szwedzki', da: 'danish|danisch|danois|danes|danese|dansk|danska', fi: 'finnish|finnisch|finnois|finlandes|finsk|finska|suomi',
  cs: 'czech|tschechisch|tcheque|checo|tcheco|ceco|czeski', tr: 'turkish|turkisch|turc|turco|tyrkisk|turkiska|turkce', ar: 'arabic|arabisch|arabe|arabo|arabisk|arabiska|arabski', he: 'hebrew|hebraisch|hebreu|hebreo',
  hi: 'hindi', bn: 'bengali|bangla', ta: 'tamil', te: 'telugu', mr: 'marathi', gu: 'gujarati', kn: 'kannada', ml: 'malayalam', pa: 'punjabi|panjabi', ur: 'urdu', zh: 'chinese|mandarin|cantonese|chinesisch|chinois|chino|chines|cinese|chinees|kinesisk|chinski',
  ja: 'japanese|japanisch|japonais|japones|giapponese|japans|japansk|japonski', ko: 'korean|koreanisch|coreen|coreano|koreaans', vi: 'vietnamese|vietnamesisch|vietnamien', th: 'thai', id: 'indonesian|bahasa indonesia', ms: 'malay|bahasa melayu',
  el: 'greek|griechisch|grec|griego|grego|greco', ro: 'romanian|rumanisch|roumain|rumano|romeno', hu: 'hungarian|ungarisch|hongrois|hungaro', bg: 'bulgarian|bulgarisch|bulgare|bulgaro', sr: 'serbian|serbisch|serbe', hr: 'croatian|kroatisch|croate',
  fa: 'persian|farsi|persisch|persan', sw: 'swahili|kiswahili', yo: 'yoruba', ig: 'igbo', ha: 'hausa', ca: 'catalan|katalanisch|catala|catalao', sk: 'slovak|slowakisch|slovaque', sl: 'slovenian|slowenisch', lt: 'lithuanian|litauisch', lv: 'latvian|lettisch', et: 'estonian|estnisch', tl: 'tagalog|filipino', ga: 'irish|gaeilge', cy: 'welsh|cymraeg',
};
const CODE_OF = new Map(Object.entries(NAMES).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)));
const NAME = new RegExp(String.raw`(?<![\p{L}])(?:${[...CODE_OF.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\p{L}])`, 'gu');
const LEVELS: readonly (readonly [LanguageLevel, RegExp])[] = [
  ['native', /native|mother ?tongue|first language|muttersprach|langue maternelle|natif|native|nativo|nativa|lengua materna|lingua materna|madrelingua|moedertaal|morsmal|modersmal|ojczysty|bilingual|bilingue|zweisprachig/],
  ['fluent', /fluent|proficient|verhandlungssicher|fliessend|fliesend|courant|couramment|fluido|fluente|fluide|vloeiend|flytende|flytande|flydende|biegly|full professional|near.native|excellent/],
  ['advanced', /advanced|professional|fortgeschritten|sehr gut|avance|professionnel|avanzado|alto|avancado|avanzato|gevorderd|very good|zaawansowany/],
  ['intermediate', /intermediate|good|conversational|limited working|gute|gut|intermediaire|bon niveau|intermedio|medio|intermediario|gemiddeld|sredni|working knowledge/],
  ['basic', /basic|beginner|elementary|grundkenntnisse|anfanger|debutant|notions|scolaire|basico|bajo|basis|podstawowy|a little/],
];
const CEFR = /(?<![\p{L}\p{N}])([ABC][12])(?![\p{L}\p{N}])/iu;
const LABEL = /^\s*[•▪*-]?\s*(?:languages?(?: known)?|spoken languages?|sprachen|sprachkenntnisse|langues|idiomas|lingue|talen|sprak|jezyki)\s*[:：\t]/u;
const NEAR = 40;

/** The languages a person says to speak, with the level where it stands beside the name. */
export function languagesIn(lines: readonly string[], places: readonly Place[]): SpokenLanguage[] {
  const found = new Map<string, LanguageLevel | null>();
  lines.forEach((line, index) => {
    const plain = folded(line);
    if (!speaks(plain, places[index]!)) return;
    const names = Array.from(plain.matchAll(NAME));
    names.forEach((match, order) => {
      const after = plain.slice(match.index + match[0].length, Math.min(names[order + 1]?.index ?? plain.length, match.index + match[0].length + NEAR));
      const beside = names.length === 1 ? `${after} ${plain.slice(0, match.index)} ${NEXT.test(folded(lines[index + 1] ?? '')) ? folded(lines[index + 1] ?? '') : ''}` : after;
      const code = CODE_OF.get(match[0])!;
      found.set(code, found.get(code) ?? levelIn(beside));
    });
  });
  return [...found].map(([code, level]) => ({ code, level }));
}

// A level may stand under its language, alone on a line.
const NEXT = /^[^\p{L}]*[\p{L} ]{1,30}$/u;

/** In their own section, behind a label, or with a level after the name: "English teacher" is not yet a language spoken. */
function speaks(plain: string, { section, isHeading }: Place): boolean {
  if (isHeading) return false;
  if (section === 'languages' || LABEL.test(plain)) return true;
  return section !== 'experience' && section !== 'education' && new RegExp(String.raw`${NAME.source}\s?[:(–—-]{1,2}\s?(?:[abc][12]\b|native|fluent|mother|basic|intermediate|muttersprache|fliess|langue|courant|nativ|advanced|professional)`, 'u').test(plain);
}

function levelIn(text: string): LanguageLevel | null {
  const cefr = CEFR.exec(text)?.[1];
  if (cefr !== undefined) return cefr.toUpperCase() as LanguageLevel;
  return LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
