import { forgetInThisTab, keepForThisTab, readFromThisTab } from '../../lib/tab-storage.js';
import { type Draft, type DraftStore } from './answer-keeper.js';

/** Drafts of one answer in the storage of this tab; it is emptied at sign-out. */
export function draftStore(interviewId: string, position: number): DraftStore {
  const key = `draft:${interviewId}:${position}` as const;
  return {
    read: () => parse(readFromThisTab(key)),
    write: (draft) => keepForThisTab(key, JSON.stringify(draft)),
    forget: () => forgetInThisTab(key),
  };
}

function parse(kept: string | null): Draft | null {
  if (kept === null) return null;
  const value: unknown = JSON.parse(kept);
  return isDraft(value) ? value : null;
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
    && 'baseRevision' in value && typeof value.baseRevision === 'number'
    && 'kind' in value && typeof value.kind === 'string' && 'transcriber' in value && typeof value.transcriber === 'string';
}
