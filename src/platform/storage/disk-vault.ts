import { createReadStream } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { FSDriver } from 'flydrive/drivers/fs';
import { idOf, keyOf } from './object-key.js';
import { type ByteRange, type FoundObject, storageFull, type Vault } from './vault.js';

/** Read at a time. */
const AT_ONCE = 262_144;
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Objects as files that only this user of the machine may read. */
export class DiskVault implements Vault {
  private readonly driver: FSDriver;

  constructor(private readonly location: string) {
    this.driver = new FSDriver({ location, visibility: 'private' });
  }

  async write(id: string, body: AsyncIterable<Uint8Array>): Promise<void> {
    const path = join(this.location, keyOf(id));
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // flydrive would report a full disk as a broken-off upload, and not wait until the bytes have reached the disk.
      await writeFile(path, body, { mode: 0o600, flush: true });
      await reachDisk(dirname(path));
    } catch (error) {
      if (FULL.has(codeOf(error))) throw storageFull();
      throw error;
    }
  }

  async read(id: string, { start, end }: ByteRange): Promise<Readable> {
    // flydrive reads whole files only. The file is opened here, so that a missing one fails before anything is answered.
    const file = await open(join(this.location, keyOf(id)));
    return createReadStream('', { fd: file, start, end, highWaterMark: AT_ONCE });
  }

  async *pieces(id: string, bytes: number, into: Buffer): AsyncGenerator<Uint8Array> {
    const file = await open(join(this.location, keyOf(id)));
    try {
      for (let missing = bytes; missing > 0;) {
        const { bytesRead } = await file.read(into, 0, Math.min(into.length, missing));
        if (bytesRead === 0) return;
        yield into.subarray(0, bytesRead);
        missing -= bytesRead;
      }
    } finally {
      await file.close();
    }
  }

  delete(id: string): Promise<void> {
    return this.driver.delete(keyOf(id));
  }

  async *list(folder: string): AsyncIterable<FoundObject> {
    const { objects } = await this.driver.listAll(folder);
    for (const found of objects) {
      if (!found.isFile) continue;
      const id = idOf(found.key);
      if (id === null) continue;
      const { lastModified } = await found.getMetaData();
      yield { id, lastModified };
    }
  }

  /** A file that was never finished is a pending object like any other. */
  abandonUploads(): Promise<number> {
    return Promise.resolve(0);
  }

  unfinishedUploads(): Promise<number> {
    return Promise.resolve(0);
  }
}

/** A file that was acknowledged survives a power cut only when the folder that names it has reached the disk, too. */
async function reachDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
