import { folded } from '../facts/folded.js';
import { titleWordIn } from '../facts/job-titles.js';
import { type Place } from '../facts/sections.js';
import { type TextLine } from '../reading.js';
import { localPart } from './contact-data.js';
import { type Span, spansOf } from './spans.js';

/** The words of a name, as they are written. */
export type NameWords = readonly string[];

interface Candidate {
  readonly words: NameWords;
  readonly score: number;
}

export interface NameClues {
  readonly lines: readonly TextLine[];
  readonly places: readonly Place[];
  readonly emails: readonly string[];
  readonly author: string | null;
  /** Words that are names of skills, which may be parts of a person's name only beside other parts. */
  readonly isSkill: (text: string) => boolean;
}

const PARTICLES = new Set(['de', 'da', 'do', 'dos', 'das', 'del', 'della', 'di', 'du', 'la', 'le', 'van', 'von', 'der', 'den', 'ter', 'ten', 'vom', 'zu', 'zur', 'bin', 'binti', 'ibn', 'al', 'el', 'y', 'e', 'af', 'av', 'st', 'mac', 'mc', "d'", 'san', 'st.']);
// Before and after a name, and no part of it.
const STYLES = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|dipl|ing|phd|mba|cpa|pmp|msc|bsc|m\.?sc|b\.?sc|m\.?a|b\.?a|esq|jr|sr|ii|iii|cv|resume|curriculum|vitae|lebenslauf|curriculo|name|full|de)\.?$/;
const NOT_A_NAME = new Set(`curriculum vitae resume cv lebenslauf curriculo bewerbung europass page seite profile profil summary contact about objective address phone email mobile
  experience education skills languages references personal details information summary present january february march april may june july august september october november december
  university college school institute gmbh inc ltd llc corporation company group technologies solutions bank street road avenue january remote available portfolio linkedin github website
  born birth date nationality india germany france brazil norway usa uk united states kingdom london berlin paris the and of for with in at to my i we open relocation january`.split(/\s+/));
const WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]{0,30}|\p{Lo}[\p{L}\p{M}]{0,20})$/u;
const LABEL = /^(?:(?:full |candidate(?:'s)? |applicant(?:'s)? )?name|surname(?:\(s\))?|first name(?:\(s\))?|last name|family name|given name|vorname|nachname|zuname|nom|prénom|nombre|apellidos?|nome(?: completo)?|cognome|sobrenome|naam|voornaam|achternaam|navn|fornavn|etternavn|namn|förnamn|efternamn|imię(?: i nazwisko)?|nazwisko|first name\(s\) surname\(s\)|nom\(s\)? prénom\(s\)?|nom et prénom)\s*[:：\t]\s*(.+)$/iu;
const HEAD_LINES = 40;
const ENOUGH = 4;
// How much larger than the rest the letters of a name are, where that tells it.
const LARGER = 1.15;

/** The name of the person a resume is about; null when nothing looks enough like one. */
export function findName(clues: NameClues): NameWords | null {
  const candidates = [...labelled(clues), ...fromAuthor(clues), ...fromLines(clues)];
  const best = candidates.reduce<Candidate | null>((top, candidate) => (top && top.score >= candidate.score ? top : candidate), null);
  return best && best.score >= ENOUGH ? best.words : null;
}

/** `Name: …` says it; Europass gives first names and surname on lines of their own. */
function labelled({ lines }: NameClues): Candidate[] {
  const words = lines.slice(0, 3 * HEAD_LINES).flatMap(({ text }) => {
    const said = LABEL.exec(text.trim())?.[1]?.split(/\t|\s{2,}|[,;|(]/)[0] ?? '';
    return nameWords(said, 1, true);
  });
  return words.length === 0 ? [] : [{ words: [...new Set(words)], score: 20 }];
}

function fromAuthor(clues: NameClues): Candidate[] {
  const words = nameWords(clues.author ?? '', 2);
  if (words.length === 0) return [];
  const stands = clues.lines.slice(0, HEAD_LINES).some(({ text }) => words.every((word) => folded(text).includes(folded(word))));
  return stands ? [{ words, score: 5 + mailScore(words, clues.emails) }] : [];
}

function fromLines(clues: NameClues): Candidate[] {
  const { lines, places } = clues;
  const top = lines.slice(0, 3 * HEAD_LINES);
  const sizes = top.map(({ size }) => size).filter((size) => size > 0).sort((a, b) => a - b);
  const large = Math.max((sizes.at(-1) ?? 0) * 0.95, (sizes[sizes.length >> 1] ?? 0) * LARGER);
  return top.flatMap((line, index): Candidate[] => {
    const isLarge = large > 0 && line.size >= large;
    if ((index >= HEAD_LINES && !isLarge) || places[index]!.isHeading) return [];
    // A name in large letters may take two lines or three.
    const together = isLarge ? [2, 3].map((count) => top.slice(index, index + count).filter(({ size }) => size >= large).map(({ text }) => text).join(' ').replaceAll('- ', '-')) : [];
    const cells = [...together, line.text, ...line.text.split(/\t|\s*[|•·●,;(]\s*|\s[–—-]\s|:\s/)];
    return cells.flatMap((cell) => {
      const words = nameWords(cell, 2);
      if (words.length === 0 || clues.isSkill(cell) || titleWordIn(cell) !== null) return [];
      return [{ words, score: scoreOf(words, index, isLarge, clues) }];
    });
  });
}

function scoreOf(words: NameWords, index: number, isLarge: boolean, { emails, lines, places }: NameClues): number {
  const before = lines.slice(0, index).filter(({ text }) => text.trim() !== '').length;
  const early = Math.max(0, 4 - before);
  const inHead = places[index]!.section === 'head' || places[index]!.section === 'contact' ? 1 : -1;
  return early + inHead + (isLarge ? 4 + words.length / 5 : 0) + mailScore(words, emails) + (words.length <= 5 ? 1 : 0);
}

/** How much of the part before the @ is made of these words: `ihalvorsen` and `ines.h` both know Ines Halvorsen. */
function mailScore(words: NameWords, emails: readonly string[]): number {
  const scores = emails.map((email) => {
    const local = lettersOf(localPart(email));
    return words.filter((word) => spellings(word).some((spelling) => spelling.length > 2 && local.includes(spelling))).length * 4;
  });
  return Math.max(0, ...scores);
}

/** As addresses write it: `Müller` is `muller` or `mueller`. */
function spellings(word: string): string[] {
  const german = word.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/å/g, 'aa').replace(/ø/g, 'oe');
  return [...new Set([lettersOf(word), lettersOf(german)])];
}

const lettersOf = (text: string): string => folded(text).replace(/[^\p{L}]/gu, '');

/** The words of a text that is a name and nothing else; empty when it is not one. */
function nameWords(text: string, fewest: number, isPart = false): NameWords {
  const all = text.trim().split(/\s+/).map((word) => word.replace(/^[("'“]+|[)"'”,;:]+$/g, ''));
  const words = all.filter((word) => word !== '' && !STYLES.test(folded(word)));
  const main = words.filter((word) => !PARTICLES.has(folded(word)));
  const isName = words.every((word) => PARTICLES.has(folded(word)) || WORD.test(word)) && !main.some((word) => NOT_A_NAME.has(folded(word)));
  const isUnspaced = main.length === 1 && /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(main[0]!);
  const isEnough = main.filter((word) => word.replace(/[^\p{L}]/gu, '').length > 1).length >= Math.min(fewest, 1) && (main.length >= fewest || isUnspaced);
  const isCutOff = !isPart && (words.at(-1)?.endsWith('-') === true || PARTICLES.has(folded(words.at(-1) ?? '')));
  return isName && isEnough && !isCutOff && words.length <= 6 ? words : [];
}

const OF_NOBODY = /^(?:e?mail|info|contact|hello|jobs?|work|resume|career|office|admin|dev|web|app|pro|the|and|for|developer?|engineer|cv)$/i;
const wordsBeforeAt = (email: string): string[] => localPart(email).split(/[^\p{L}]+/u).filter((word) => word !== '');

/** What is left of a name when only an e-mail address tells it. */
export function wordsOfEmail(email: string, isSkill: (text: string) => boolean): NameWords {
  const words = wordsBeforeAt(email);
  const fewest = words.length > 1 ? 3 : 4;
  return words.filter((word) => word.length >= fewest && !isSkill(word) && !OF_NOBODY.test(word));
}

/** The part of each address before the @, wherever it stands again. */
export function localPartsAgain(text: string, emails: readonly string[], isSkill: (text: string) => boolean): Span[] {
  const parts = emails.map(localPart).filter((part) => part.length >= 4 && /\p{L}/u.test(part) && !/\s/.test(part) && !isSkill(part) && !OF_NOBODY.test(part));
  return [...new Set(parts)].slice(0, 20).flatMap((part) => spansOf(text, new RegExp(String.raw`(?<![\p{L}\p{N}])${part.replace(/[^\p{L}\p{N}]/gu, '[$&]')}(?![\p{L}\p{N}])`, 'giu'), 'e-mail'));
}

const MONTHS_AND_WORDS = /^(?:april|may|june|august|mai|will|mark|grace|rose|page|young|long|best|field|stone|bank|white|black|brown|green|king|price|cook|baker|miller|smith|art|max|van|lee|may)$/i;

/** Finds a name wherever it stands: whole, and each word of it that is nothing else; in capitals, too, and in small letters where an e-mail address knows it. */
export function nameSpans(text: string, words: NameWords, isSkill: (text: string) => boolean, emails: readonly string[] = []): { start: number; end: number; kind: 'name' }[] {
  const main = words.filter((word) => !PARTICLES.has(folded(word)) && word.replace(/[^\p{L}]/gu, '').length > 1).flatMap((word) => [word, ...word.split('-').filter((part) => part.length > 2)]);
  const known = new Map(main.flatMap((word) => spellings(word).map((spelling) => [spelling, isSkill(word) || MONTHS_AND_WORDS.test(word)] as const)));
  const mailed = new Set(emails.flatMap(wordsBeforeAt).filter((word) => word.length > 2).map(lettersOf));
  const found = Array.from(text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu), ({ 0: word, index }) => ({ word, start: index, end: index + word.length }))
    .filter(({ word }) => !/^\p{Ll}/u.test(word) || mailed.has(lettersOf(word)))
    .map((place) => ({ ...place, ordinary: known.get(lettersOf(place.word.replace(/['’]s$/u, ''))) }));
  const parts = found.map((place, index) => ({ ...place, isPart: place.ordinary !== undefined, beside: [found[index - 1], found[index + 1]] }));
  return parts.filter(({ isPart, ordinary, start, end, beside }) =>
    isPart && (!ordinary || beside.some((other) => other !== undefined && other.ordinary !== undefined && Math.min(Math.abs(other.start - end), Math.abs(start - other.end)) <= 8)))
    .map(({ start, end }) => ({ start, end, kind: 'name' }));
}
