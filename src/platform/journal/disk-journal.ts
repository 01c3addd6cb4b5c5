import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, type JournalLine, readLine } from './journal-line.js';
import { type JournalPlace } from './journal-place.js';

const DAY = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** The journal as one file a day, which is only ever added to. */
export class DiskJournal implements JournalPlace {
  constructor(private readonly folder: string) {}

  get says(): string {
    return this.folder;
  }

  exists(): Promise<boolean> {
    return Promise.resolve(existsSync(this.folder));
  }

  async append(line: JournalLine): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${dayOf(line)}.jsonl`);
    const isNew = !existsSync(path);
    // The line break before it keeps what a power cut tore apart from taking this line with it.
    await synced(path, `\n${JSON.stringify(line)}\n`);
    if (isNew) await synced(this.folder);
  }

  async *lines(): AsyncIterable<JournalLine | null> {
    if (!existsSync(this.folder)) return;
    for (const name of await readdir(this.folder)) {
      if (!DAY.test(name)) continue;
      for (const text of (await readFile(join(this.folder, name), 'utf8')).split('\n')) if (text !== '') yield readLine(text);
    }
  }

  async forget(before: string): Promise<void> {
    if (!existsSync(this.folder)) return;
    for (const name of await readdir(this.folder)) {
      const day = DAY.exec(name)?.[1];
      if (day !== undefined && day < before) await rm(join(this.folder, name), { force: true });
    }
  }
}

/** Adds `text`, where there is any, and waits until the file or folder has reached the disk. */
async function synced(path: string, text?: string): Promise<void> {
  const handle = await open(path, text === undefined ? 'r' : 'a', 0o600);
  try {
    if (text !== undefined) await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
