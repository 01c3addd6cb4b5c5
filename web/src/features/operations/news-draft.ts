import { type NewsDraft } from '../../api/news-queries.js';
import { newId } from '../../lib/new-id.js';
import { forgetInThisTab, keepForThisTab, readFromThisTab } from '../../lib/tab-storage.js';

const KEY = 'draft:news';

/** What is being written, with the number it goes out under once: sent again after a reload, it is the same news. */
export interface Written {
  readonly id: string;
  readonly draft: NewsDraft;
}

/** What an operator is writing survives a reload of the page. */
export function keptWriting(): Written {
  const kept = readFromThisTab(KEY);
  return kept === null ? nothingWritten() : (JSON.parse(kept) as Written);
}

export const nothingWritten = (): Written => ({ id: newId(), draft: { subject: '', text: '' } });

export const keepWriting = (written: Written): void => keepForThisTab(KEY, JSON.stringify(written));

export const forgetWriting = (): void => forgetInThisTab(KEY);
