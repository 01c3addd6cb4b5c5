import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Json, type Period } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ObjectStore, type StoredObject } from '../../platform/storage/index.js';
import { ExportArchive } from './export-archive.js';
import { asCsv, contentsPage, inWords, readablePage } from './export-pages.js';
import { ExportReadyMail } from './export-ready.mail.js';
import { type DataExport, ExportRepository, EXPORTS_OWNER } from './export.repository.js';

const MOST_BYTES = 50 * 1024 ** 3;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf', 'text/plain': 'txt', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'audio/webm': 'webm', 'video/webm': 'webm', 'audio/mp4': 'm4a', 'video/mp4': 'mp4', 'audio/ogg': 'ogg', 'image/png': 'png', 'application/json': 'json',
};

/** Makes the copy of one person's data: what every module holds, one category after the other, straight into the storage. */
@Injectable()
export class ExportBuilder {
  constructor(
    private readonly exports: ExportRepository,
    private readonly store: ObjectStore,
    private readonly readyMail: ExportReadyMail,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** May run twice at once or after a crash: whoever is ready first wins, and what the other one wrote is deleted. */
  async build(exportId: string, signal: AbortSignal): Promise<void> {
    const wanted = await this.exports.findBuilding(this.db.alone, exportId);
    if (!wanted) return;
    const file = await this.write(wanted, signal);
    await this.db.transaction(async (tx) => {
      const expiresAt = this.policy.endOf('dataExport', await this.clock.now(tx));
      if (!(await this.exports.finish(tx, exportId, file, expiresAt))) return this.store.remove(tx, file.id);
      await this.store.keepUntil(tx, file.id, expiresAt);
      // What a worker wrote that was cut off before this point would lie there for as long.
      await this.store.removeAll(tx, { subject: wanted.accountId, owner: EXPORTS_OWNER, except: file.id });
      return this.readyMail.send(tx, exportId, wanted.accountId, expiresAt);
    });
  }

  private async write(wanted: DataExport, signal: AbortSignal): Promise<StoredObject> {
    signal.throwIfAborted();
    const now = await this.clock.now(this.db.alone);
    const archive = new ExportArchive(now);
    const stop = (): void => archive.fail(new Error('The copy was not finished'));
    signal.addEventListener('abort', stop, { once: true });
    const filling = this.fill(archive, wanted, now).catch((error: unknown) => archive.fail(error instanceof Error ? error : new Error('unknown')));
    try {
      return await this.store.put({
        subject: wanted.accountId, owner: EXPORTS_OWNER, contentType: 'application/zip', expiresAt: this.policy.endOf('dataExport', now), body: archive.stream, maxBytes: MOST_BYTES,
      });
    } catch (error) {
      stop();
      throw error;
    } finally {
      await filling;
      signal.removeEventListener('abort', stop);
    }
  }

  private async fill(archive: ExportArchive, { id, accountId }: DataExport, now: Date): Promise<void> {
    const holders = personalDataHolders();
    const parts = holders.length + 1;
    for (const [done, holder] of holders.entries()) {
      await this.exports.progress(this.db.alone, id, done, parts);
      const held = await this.db.transaction((tx) => holder.export(tx, accountId));
      for (const [category, value] of Object.entries(held)) if (!isNothing(value)) await this.addCategory(archive, holder.module, category, value);
    }
    await this.exports.progress(this.db.alone, id, holders.length, parts);
    const missing = await this.addFiles(archive, accountId);
    await this.addContents(archive, { accountId, now, missing });
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
  private async addFiles(archive: ExportArchive, accountId: string): Promise<string[]> {
    const missing: string[] = [];
    for (const file of await this.store.ofSubject(this.db.alone, accountId)) {
      if (file.owner === EXPORTS_OWNER) continue;
      const path = `files/${file.owner}-${file.id}.${EXTENSIONS[file.contentType] ?? 'bin'}`;
      const opened = await this.store.open(this.db.alone, file.id).catch(() => null);
      if (opened) await archive.add(path, `A file of yours (${file.owner})`, Readable.from(readable(opened.stream, () => missing.push(path))));
      else missing.push(path);
    }
    return missing;
  }

  /** The manifest comes last: it holds the hashes of everything before it. */
  private async addContents(archive: ExportArchive, { accountId, now, missing }: { accountId: string; now: Date; missing: readonly string[] }): Promise<void> {
    const { name, version, operator } = this.policy.values;
    await archive.add('index.html', 'What is in here, to read', contentsPage({ madeAt: now, notes: notes(operator.privacyContact, this.policy.periodOf('dataExport'), missing), files: archive.files }));
    const manifest = { format: 'viva-voce-export', formatVersion: 1, madeAt: now.toISOString(), account: accountId, policy: { name, version }, missing, files: archive.files };
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

const notes = (contact: string, kept: Period, missing: readonly string[]): readonly string[] => [
  ...missing.map((path) => `Not in here, or not whole: ${path}. It could not be read when this copy was made. Have a new copy made, or write to ${contact}.`),
  'Each kind of data is here as JSON for programs and as a page to read; lists are here as CSV as well. manifest.json names the SHA-256 of every file.',
  'What recruiters noted about you is in here, with the organisation and without the name of whoever wrote it. Who was shown what of you is in here, too.',
  `We keep this copy for ${kept.toString()} and then delete it. Questions: ${contact}.`,
];
