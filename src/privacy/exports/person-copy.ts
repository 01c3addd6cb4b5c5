import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Json } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ObjectStore, type StoredObject } from '../../platform/storage/index.js';
import { ExportArchive } from './export-archive.js';
import { asCsv, contentsPage, inWords, readablePage } from './export-pages.js';
import { EXPORTS_OWNER } from './export.repository.js';

const MOST_BYTES = 50 * 1024 ** 3;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf', 'text/plain': 'txt', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'audio/webm': 'webm', 'video/webm': 'webm', 'audio/mp4': 'm4a', 'video/mp4': 'mp4', 'audio/ogg': 'ogg', 'image/png': 'png', 'application/json': 'json',
};

/** Of whom, of which parts of the product (all of them when null), and as whose file until when. */
export interface CopyOrder {
  readonly accountId: string;
  readonly modules: readonly string[] | null;
  readonly subject: string;
  readonly expiresAt: Date;
  /** What the first page says, besides what could not be read. */
  readonly notes: readonly string[];
  readonly progress: (done: number, parts: number) => Promise<void>;
}

/** Writes what every module holds of one person, one category after the other, straight into the storage. */
@Injectable()
export class PersonCopy {
  constructor(
    private readonly store: ObjectStore,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** Until when a copy that is ready now can be fetched. */
  async endOfCopy(tx: Tx): Promise<Date> {
    return this.policy.endOf('dataExport', await this.clock.now(tx));
  }

  async write(order: CopyOrder, signal: AbortSignal): Promise<StoredObject> {
    signal.throwIfAborted();
    const now = await this.clock.now(this.db.alone);
    const archive = new ExportArchive(now);
    const stop = (): void => archive.fail(new Error('The copy was not finished'));
    signal.addEventListener('abort', stop, { once: true });
    const filling = this.fill(archive, order, now).catch((error: unknown) => archive.fail(error instanceof Error ? error : new Error('unknown')));
    try {
      return await this.store.put({ subject: order.subject, owner: EXPORTS_OWNER, contentType: 'application/zip', expiresAt: order.expiresAt, body: archive.stream, maxBytes: MOST_BYTES });
    } catch (error) {
      stop();
      throw error;
    } finally {
      await filling;
      signal.removeEventListener('abort', stop);
    }
  }

  private async fill(archive: ExportArchive, order: CopyOrder, now: Date): Promise<void> {
    const { accountId, modules, progress } = order;
    const holders = personalDataHolders().filter(({ module }) => modules?.includes(module) ?? true);
    const parts = holders.length + 1;
    for (const [done, holder] of holders.entries()) {
      await progress(done, parts);
      const held = await this.db.transaction((tx) => holder.export(tx, accountId));
      for (const [category, value] of Object.entries(held)) if (!isNothing(value)) await this.addCategory(archive, holder.module, category, value);
    }
    await progress(holders.length, parts);
    const missing = await this.addFiles(archive, order);
    await this.addContents(archive, order, { now, missing });
    archive.end();
  }

  private async addCategory(archive: ExportArchive, module: string, category: string, value: Json): Promise<void> {
    const about = inWords(category);
    await archive.add(`data/${module}/${category}.json`, about, JSON.stringify(value, null, 2));
    const table = asCsv(value);
    if (table !== null) await archive.add(`data/${module}/${category}.csv`, `${about}, as a table`, table);
    await archive.add(`read/${module}-${category}.html`, `${about}, to read`, readablePage(about, value));
  }

  /** Gives the paths of files that could not be read, or not to their end: one of them must not cost somebody all the rest. */
  private async addFiles(archive: ExportArchive, { accountId, modules }: CopyOrder): Promise<string[]> {
    const missing: string[] = [];
    for (const file of await this.store.ofSubject(this.db.alone, accountId)) {
      if (file.owner === EXPORTS_OWNER || modules?.includes(file.owner) === false) continue;
      const path = `files/${file.owner}-${file.id}.${EXTENSIONS[file.contentType] ?? 'bin'}`;
      const opened = await this.store.open(this.db.alone, file.id).catch(() => null);
      if (opened) await archive.add(path, `A file of yours (${file.owner})`, Readable.from(readable(opened.stream, () => missing.push(path))));
      else missing.push(path);
    }
    return missing;
  }

  /** The manifest comes last: it holds the hashes of everything before it. */
  private async addContents(archive: ExportArchive, { accountId, notes }: CopyOrder, { now, missing }: { now: Date; missing: readonly string[] }): Promise<void> {
    const { name, version, operator } = this.policy.values;
    const holes = missing.map((path) => `Not in here, or not whole: ${path}. It could not be read when this copy was made. Have a new copy made, or write to ${operator.privacyContact}.`);
    await archive.add('index.html', 'What is in here, to read', contentsPage({ madeAt: now, notes: [...holes, ...notes], files: archive.files }));
    const place = { address: this.config.settings.PUBLIC_URL };
    const manifest = { format: 'viva-voce-export', formatVersion: 2, madeAt: now.toISOString(), place, account: accountId, policy: { name, version }, missing, files: archive.files };
    await archive.add('manifest.json', 'Every file with its size and SHA-256', JSON.stringify(manifest, null, 2));
  }
}

const isNothing = (value: Json): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** The bytes of a file as far as they can be read. */
async function* readable(stream: Readable, onBroken: () => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch {
    onBroken();
  }
}
