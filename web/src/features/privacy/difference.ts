import { diffArrays, diffWordsWithSpace } from 'diff';
import { type NoticeBlock, type NoticePart, type NoticeWords } from '../../api/notice-queries.js';

/** Words that are in both texts, or came, or went. */
export interface Piece {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** A paragraph, an item or a fact. */
export type Line = readonly Piece[];

/** A part of a notice with what was changed in it. */
export interface ComparedPart {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Two sentences with less than this share of their words in common are told apart more easily whole. */
const ALIKE = 0.4;
const PATIENCE_MS = 1_000;

export const isChanged = (line: Line): boolean => line.some(({ change }) => change !== 'same');

/** What was changed from one text to another, part by part in the order of the newer one; what went stands where it stood. */
export function compare(from: readonly NoticePart[], to: readonly NoticePart[]): ComparedPart[] {
  const ids = diffArrays(from.map(({ id }) => id), to.map(({ id }) => id)).flatMap(({ value }) => value);
  return [...new Set(ids)].map((id) => {
    const [before, after] = [from, to].map((parts) => parts.find((part) => part.id === id));
    return { id, title: after?.title ?? before?.title ?? '', lines: linesBetween(before?.blocks.flatMap(linesOf) ?? [], after?.blocks.flatMap(linesOf) ?? []) };
  });
}

/** Lines that went are held against those that came in their place. */
function linesBetween(before: readonly string[], after: readonly string[]): Line[] {
  let gone: string[] = [];
  const lines: Line[] = [];
  const letGo = (): void => void lines.push(...gone.splice(0).map((text): Line => [{ text, change: 'removed' }]));
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) gone = [...value];
    else if (added) lines.push(...value.map((text) => lineBetween(gone.shift() ?? '', text)));
    else {
      letGo();
      lines.push(...value.map((text): Line => [{ text, change: 'same' }]));
    }
  }
  letGo();
  return lines;
}

function lineBetween(before: string, after: string): Line {
  const pieces = (diffWordsWithSpace(before, after, { timeout: PATIENCE_MS }) ?? []).map(({ value, added, removed }): Piece => ({ text: value, change: changeOf(added, removed) }));
  const same = pieces.filter(({ change }) => change === 'same').reduce((length, { text }) => length + text.trim().length, 0);
  if (same >= ALIKE * Math.max(before.length, after.length)) return pieces;
  return ([{ text: before, change: 'removed' }, { text: after, change: 'added' }] as const).filter(({ text }) => text !== '');
}

function changeOf(added: boolean, removed: boolean): Piece['change'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

function linesOf(block: NoticeBlock): string[] {
  switch (block.kind) {
    case 'paragraph': return [inWords(block.text)];
    case 'heading': return [inWords(block.text)];
    case 'list': return block.items.map(inWords);
    case 'facts': return block.facts.map(({ term, says }) => [term, ...says.map(inWords)].join(' · '));
  }
}

const inWords = (words: NoticeWords): string => words.map((word) => (typeof word === 'string' ? word : word.text)).join('');
