import { type BucketTexts } from '../storage/index.js';
import { dayOf, type JournalLine, readLine } from './journal-line.js';
import { type JournalPlace } from './journal-place.js';

const FOLDER = 'journal/';

/** The journal as one small object for each fact, because nothing can be added to an object. */
export class BucketJournal implements JournalPlace {
  readonly says = `${FOLDER} of the bucket`;

  constructor(private readonly texts: BucketTexts) {}

  async exists(): Promise<boolean> {
    for await (const _key of this.texts.keys(FOLDER)) return true;
    return false;
  }

  async append(line: JournalLine): Promise<void> {
    await this.texts.put(`${FOLDER}${dayOf(line)}/${line.id}.json`, JSON.stringify(line));
  }

  async *lines(): AsyncIterable<JournalLine | null> {
    for await (const key of this.texts.keys(FOLDER)) yield readLine(await this.texts.get(key));
  }

  async forget(before: string): Promise<void> {
    for await (const key of this.texts.keys(FOLDER)) {
      if (key.slice(FOLDER.length, FOLDER.length + before.length) < before) await this.texts.delete(key);
    }
  }
}
