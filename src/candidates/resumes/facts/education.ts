import { type Education, type EducationLevel } from '../reading.js';
import { lastYearIn } from './periods.js';
import { type Place } from './sections.js';

const LEVELS: readonly (readonly [EducationLevel, RegExp])[] = [
  ['doctorate', degree(String.raw`ph\.?\s?d|d\.?phil|doctor(?:ate| of [\p{L} ]+)|dr\. ?(?:rer|ing|phil|med)\.?|promotion|doktor\p{L}*|doctorat|doctorado|doutorado|dottorato|m\.?d`)],
  ['master', degree(String.raw`master(?:['’]?s)?(?: of [\p{L} ]+| degree)?|m\.?sc|m\.?eng|m\.?tech|m\.?a|m\.?b\.?a|m\.?c\.?a|m\.?e|m\.?s|m\.?com|m\.?phil|post ?graduate|pgdm|diplom(?:-\p{L}+| in \p{L}+)?|dipl\.-\p{L}+\.?|magister|maîtrise|dea|dess|maestría|máster|mestrado|laurea magistrale|cand\.?\p{L}*|sivilingeniør|civilingenjör|magister inżynier|mgr|diplôme d['’]ingénieur|cycle ingénieur`)],
  ['bachelor', degree(String.raw`bachelor(?:['’]?s)?(?: of [\p{L} ]+| degree)?|b\.?sc|b\.?eng|b\.?tech|b\.?a|b\.?b\.?a|b\.?c\.?a|b\.?e|b\.?s|b\.?com|b\.?des|undergraduate|hons|licence|licenciatura|bacharel(?:ado)?|grado en|graduação|laurea(?: triennale)?|licencjat|inżynier|kandidat\p{L}*|graduado`)],
  ['vocational', degree(String.raw`associate(?:['’]?s)?(?: degree| of [\p{L} ]+)|diploma(?: in)?|ausbildung|ihk|berufsausbildung|bts|dut|but|hnd|hnc|btec|tecnólogo|técnico|técnica|fp|ciclo formativo|fagbrev|fagskole|mbo|hbo|apprenticeship|bootcamp|technikerschule|lehre`)],
  ['school', degree(String.raw`high ?school|secondary school|abitur|hochschulreife|realschul\p{L}*|baccalauréat|bac|lycée|a[- ]levels?|gcse|hsc|ssc|10th|12th|intermediate|cbse|icse|senior secondary|bachillerato|ensino médio|maturità|liceo|matura|liceum|vwo|havo|vmbo|videregående|gymnasi\p{L}*|gymnasium|studenterexamen`)],
];
const LONGEST = 160;
const MOST = 12;

function degree(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}.])(?:${words})(?![\p{L}\p{N}])`, 'iu');
}

/** What the person studied, one entry for each line that names a degree. `lines` are redacted already. */
export function educationIn(lines: readonly string[], places: readonly Place[]): Education[] {
  const inSection = (index: number): boolean => places[index]?.section === 'education' && !places[index].isHeading;
  const hasSection = lines.some((_, index) => inSection(index));
  return lines.flatMap((line, index): Education[] => {
    const found = LEVELS.find(([, pattern]) => pattern.test(line));
    const counts = hasSection ? inSection(index) : places[index]?.section !== 'experience' && /universit|college|institute|hochschule|école|escola|faculty|school/i.test(`${line} ${lines[index + 1] ?? ''}`);
    if (!found || !counts) return [];
    const near = [line, lines[index + 1] ?? '', lines[index - 1] ?? ''].filter((text, order) => order === 0 || !LEVELS.some(([, pattern]) => pattern.test(text)));
    return [{ level: found[0], what: line.replaceAll('\t', ', ').slice(0, LONGEST), year: near.map(lastYearIn).find((year) => year !== null) ?? null }];
  }).slice(0, MOST);
}
