import { dirname, join, resolve } from 'node:path';
import { projectRoot, type Settings } from '../config/index.js';
import { bucketTexts } from '../storage/index.js';
import { BucketJournal } from './bucket-journal.js';
import { DiskJournal } from './disk-journal.js';
import { type JournalLine } from './journal-line.js';

/** Where the journal lies: outside the database, so that restoring one does not restore the other. */
export interface JournalPlace {
  /** Resolves once the line is safe. */
  append(line: JournalLine): Promise<void>;
  /** Whether anything was ever begun here. A folder that is empty is one of a place where nobody was ever deleted; an empty bucket may be the wrong one. */
  exists(): Promise<boolean>;
  /** Every line, in no order and some of them twice; null for what cannot be read. */
  lines(): AsyncIterable<JournalLine | null>;
  /** Deletes all days before one (`2026-11-22`). */
  forget(before: string): Promise<void>;
  /** Where it lies, in words. */
  readonly says: string;
}

/** The bucket of the settings, or else a folder. */
export async function journalPlace(settings: Settings): Promise<JournalPlace> {
  const texts = await bucketTexts(settings);
  return texts ? new BucketJournal(texts) : new DiskJournal(journalFolder(settings));
}

function journalFolder({ JOURNAL_DIR, STORAGE_DIR }: Settings): string {
  return resolve(projectRoot, JOURNAL_DIR ?? join(dirname(STORAGE_DIR), 'journal'));
}
