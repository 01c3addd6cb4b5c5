import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AppError, newId, notFound } from '../../kernel/index.js';
import { Database, type Tx } from '../db/index.js';
import { Outbox } from '../jobs/index.js';
import { flowing, MeasuredBytes, PromisedBytes } from './byte-flow.js';
import { mediaHeaders, parseRange } from './http-range.js';
import { ObjectRepository } from './object.repository.js';
import { expireObjects } from './storage.jobs.js';
import { type NewObject, type OpenedObject, type ServedObject, type StoredObject } from './stored-object.js';
import { type ByteRange } from './vault.js';
import { Vaults } from './vaults.js';

/** A piece of a recording in one go, and little of anything larger. */
const PIECE = 262_144;

/** Files of all modules. Each has a row before it has bytes, and an end from birth; past its end it is not there. */
@Injectable()
export class ObjectStore {
  constructor(
    private readonly db: Database,
    private readonly objects: ObjectRepository,
    private readonly vaults: Vaults,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Stores bytes outside any transaction, which may take minutes; refer to the result afterwards, with a foreign key
   * `on delete set null`. 413 when larger than `maxBytes`, 503 or 507 when the storage fails; then nothing is kept.
   */
  async put(object: NewObject): Promise<StoredObject> {
    const id = newId();
    const body = Buffer.isBuffer(object.body) ? Readable.from([object.body]) : object.body;
    // The sender may hang up before the first piece is asked for; that is heard then.
    if (body instanceof Readable) body.on('error', () => undefined);
    const measured = new MeasuredBytes(object.maxBytes);
    try {
      await this.objects.begin(this.db.alone, id, object, this.vaults.seals);
      await this.vaults.writing.write(id, measured.of(body));
    } catch (error) {
      body.destroy();
      await this.giveUp(id);
      throw error;
    }
    const stored = await this.objects.finish(this.db.alone, id, measured.bytes, measured.sha256());
    if (stored) return stored;
    // The sweep took it for left behind and may have looked before the bytes came.
    await this.vaults.writing.delete(id);
    throw new AppError('storage.too_slow', 409, 'Sending this file took too long. Nothing was kept; please send it again.');
  }

  /** What is known of an object; 404 when it is not there, not finished, removed or past its end. */
  async find(tx: Tx, id: string): Promise<StoredObject> {
    return (await this.getLive(tx, id)).object;
  }

  /** All that is there of one account, the oldest first. */
  ofSubject(tx: Tx, accountId: string): Promise<StoredObject[]> {
    return this.objects.liveOfSubject(tx, accountId);
  }

  /** Opens an object, or the part of it between `start` and `end` (both included); 404 as in `find`. */
  async open(tx: Tx, id: string, range: { start: number; end?: number } | null = null): Promise<OpenedObject> {
    const { object, sealed } = await this.getLive(tx, id);
    const { bytes, contentType } = object;
    const part = range && { start: range.start, end: Math.min(range.end ?? bytes - 1, bytes - 1) };
    if (part && (part.start < 0 || part.start > part.end)) throw new RangeError('This range is not within the object');
    const stream = bytes === 0 ? Readable.from([]) : await this.read(id, part ?? { start: 0, end: bytes - 1 }, bytes, sealed);
    return { stream, bytes, contentType, range: part };
  }

  /**
   * The bytes of objects behind one another, never more than a piece of one in memory: take each before you ask for the next,
   * which may lie in the same place. 404 when one is not there. Fails when one is shorter than it was.
   */
  async *readInARow(tx: Tx, ids: readonly string[]): AsyncGenerator<Uint8Array> {
    const stored = new Map((await this.objects.findAllLive(tx, ids)).map((one) => [one.object.id, one]));
    // Megabytes of new buffers would have the whole heap looked through each time, which costs more than reading them.
    const into = Buffer.allocUnsafeSlow(PIECE);
    for (const id of ids) {
      const one = stored.get(id);
      if (!one) throw notFound();
      let missing = one.object.bytes;
      if (missing === 0) continue;
      const vault = this.vaults.reading(one.sealed);
      const pieces: AsyncIterable<Uint8Array> = vault.pieces?.(id, missing, into) ?? (await vault.read(id, { start: 0, end: missing - 1 }, missing));
      for await (const piece of pieces) {
        missing -= piece.length;
        yield piece;
      }
      if (missing !== 0) throw new Error(`A stored object is ${missing} bytes shorter than it was`);
    }
  }

  /**
   * What a route of ours answers for an object: 200 with all of it, 206 with the part that a Range header asks for, 416 when
   * there is no such part; 404 as in `find`. Nothing is handed out as a link that works without us.
   */
  async serve(tx: Tx, id: string, rangeHeader: string | undefined): Promise<ServedObject> {
    const { bytes } = await this.find(tx, id);
    const wish = parseRange(rangeHeader, bytes);
    if (wish.kind === 'unsatisfiable') return { status: 416, headers: { 'content-range': `bytes */${bytes}` }, stream: null };
    const opened = await this.open(tx, id, wish.kind === 'part' ? wish.range : null);
    return { ...mediaHeaders(opened), stream: opened.stream };
  }

  /** Moves the end of an object, for example when its retention begins anew; 404 as in `find`. */
  async keepUntil(tx: Tx, id: string, expiresAt: Date): Promise<void> {
    if (!(await this.objects.moveExpiry(tx, id, expiresAt))) throw notFound();
  }

  /** Hides an object when `tx` commits and has its bytes deleted right after; nothing happens when there is none. */
  async remove(tx: Tx, id: string): Promise<void> {
    if (await this.objects.markDeleting(tx, id)) await this.outbox.enqueue(tx, expireObjects, {});
  }

  /** As `remove`, with everything that a module stored about an account, but for one object. */
  async removeAll(tx: Tx, of: { subject: string; owner: string; except?: string }): Promise<void> {
    if (await this.objects.markAllDeleting(tx, of)) await this.outbox.enqueue(tx, expireObjects, {});
  }

  /** When even this fails, the sweep gives the object up after an hour. */
  private async giveUp(id: string): Promise<void> {
    await Promise.allSettled([this.objects.markDeleting(this.db.alone, id)]);
  }

  private async getLive(tx: Tx, id: string): Promise<{ object: StoredObject; sealed: boolean }> {
    const found = await this.objects.findLive(tx, id);
    if (!found) throw notFound();
    return found;
  }

  private async read(id: string, range: ByteRange, bytes: number, sealed: boolean): Promise<Readable> {
    const source = await this.vaults.reading(sealed).read(id, range, bytes);
    return flowing(source, new PromisedBytes(range.end - range.start + 1));
  }
}
