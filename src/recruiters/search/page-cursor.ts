import { isId } from '../../kernel/index.js';

/**
 * The last one of a page. `scored` and `listed` and `ranked` carry what the order goes by; those without a score follow
 * those who have one, in the order of their random ids, which says nothing about them.
 */
export type Cursor =
  | { readonly at: 'scored' | 'ranked'; readonly by: string; readonly id: string }
  | { readonly at: 'listed'; readonly by: Date; readonly id: string }
  | { readonly at: 'unscored'; readonly id: string };

export function writeCursor(cursor: Cursor): string {
  if (cursor.at === 'unscored') return `u_${cursor.id}`;
  if (cursor.at === 'listed') return `n${cursor.by.getTime()}_${cursor.id}`;
  return `${cursor.at === 'scored' ? 's' : 'r'}${cursor.by}_${cursor.id}`;
}

/** A cursor that is not ours begins at the top. */
export function readCursor(text = ''): Cursor | null {
  const [, kind, by = '', id = ''] = /^([snru])([0-9.e-]{0,24})_([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!isId(id)) return null;
  if (kind === 'u') return { at: 'unscored', id };
  if (by === '' || !Number.isFinite(Number(by))) return null;
  if (kind !== 'n') return isRank(Number(by)) ? { at: kind === 's' ? 'scored' : 'ranked', by, id } : null;
  return Math.abs(Number(by)) < 1e14 ? { at: 'listed', by: new Date(Number(by)), id } : null;
}

/** Scores end at 10 and ranks are small; far beyond, the database has no such number. */
function isRank(value: number): boolean {
  return value === 0 || (value > 1e-30 && value < 1e6);
}
