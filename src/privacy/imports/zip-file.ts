import { type Entry, openPromise, type ZipFile as Archive } from 'yauzl';
import { AppError } from '../../kernel/index.js';
import { copyTooLarge, copyUnreadable } from './imports.errors.js';

/** As much as the privacy centre puts into a copy. */
const MOST_BYTES = 50 * 1024 ** 3;
const MOST_ENTRIES = 100_000;
/** Text about one person packs to a tenth or so; what packs better than this was made to. */
const MOST_UNPACKED = 200;
const SMALL = 16 * 1024 ** 2;

/**
 * A ZIP on the disk, of any size. It is judged by its directory before a byte is unpacked, and no more comes out of a file than
 * the directory says.
 */
export class ZipFile {
  private constructor(
    private readonly archive: Archive,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** AppErrors `privacy.copy_unreadable`, `privacy.copy_too_large`. Close it afterwards. */
  static async open(path: string): Promise<ZipFile> {
    const archive = await openPromise(path, { autoClose: false, strictFileNames: true, validateEntrySizes: true }).catch(() => { throw copyUnreadable(); });
    try {
      return new ZipFile(archive, await entriesOf(archive));
    } catch (error) {
      archive.close();
      throw error instanceof AppError ? error : copyUnreadable();
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** How many bytes come out of a file; null when there is none of that name. */
  sizeOf(name: string): number | null {
    return this.entries.get(name)?.uncompressedSize ?? null;
  }

  /** The bytes of one file, as they come; fails when they are not as many as the directory says. */
  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw copyUnreadable();
    for await (const piece of await this.archive.openReadStreamPromise(entry)) yield piece as Buffer;
  }

  close(): void {
    this.archive.close();
  }
}

/** Refuses two files of one name, folders, and more than a copy holds; names that lead out of it are refused on the way. */
async function entriesOf(archive: Archive): Promise<ReadonlyMap<string, Entry>> {
  if (archive.entryCount > MOST_ENTRIES) throw copyTooLarge();
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of archive.eachEntry()) {
    if (entries.has(entry.fileName) || entry.fileName.endsWith('/')) throw copyUnreadable();
    entries.set(entry.fileName, entry);
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_BYTES || unpacked > SMALL + archive.fileSize * MOST_UNPACKED) throw copyTooLarge();
  }
  return entries;
}
