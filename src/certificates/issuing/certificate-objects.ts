import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { ObjectStore, type ServedObject } from '../../platform/storage/index.js';

// Bytes that were stored but never came to belong to a certificate, because the worker ended in between, are gone soon.
const UNTIL_THEY_BELONG_MS = 600_000;

/** Stored bytes that may come to belong to a certificate. */
export interface HeldObject {
  readonly id: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The stored bytes of certificates. */
@Injectable()
export class CertificateObjects {
  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Stores bytes for now; `keep` makes them stay. What was stored is read again: throws unless it is the same. */
  async hold(subject: string, contentType: string, body: Buffer): Promise<HeldObject> {
    const now = await this.clock.now(this.db.alone);
    const { id } = await this.store.put({ subject, owner: 'certificates', contentType, body, maxBytes: body.length, expiresAt: new Date(now.getTime() + UNTIL_THEY_BELONG_MS) });
    const held = { id, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') };
    const hash = createHash('sha256');
    for await (const piece of this.store.readInARow(this.db.alone, [id])) hash.update(piece);
    if (hash.digest('hex') !== held.sha256) throw new Error('A stored object is not what was stored');
    return held;
  }

  /** All of one; 404 when it is not there. */
  async read(id: string): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    // A piece lies where the next one will.
    for await (const piece of this.store.readInARow(this.db.alone, [id])) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  }

  /** They stay until then; throws when one is not there, or is another. */
  async keep(tx: Tx, held: readonly HeldObject[], until: Date): Promise<void> {
    for (const { id, bytes, sha256 } of held) {
      const stored = await this.store.find(tx, id);
      if (stored.bytes !== bytes || stored.sha256 !== sha256) throw new Error('A stored object is not what was stored');
      await this.store.keepUntil(tx, id, until);
    }
  }

  /** Nobody needs them any more. */
  async drop(held: readonly HeldObject[]): Promise<void> {
    await this.db.transaction(async (tx) => { for (const { id } of held) await this.store.remove(tx, id); });
  }

  serve(tx: Tx, id: string, range: string | undefined): Promise<ServedObject> {
    return this.store.serve(tx, id, range);
  }
}
