import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { ObjectStore, type Pieces, type ServedObject, type StoredObject } from '../../platform/storage/index.js';

// Bytes that were stored but never came to belong to a recording, because the server ended in between, are gone soon.
const UNTIL_THEY_BELONG_MS = 600_000;

/** The stored bytes of recordings and of their pieces. */
@Injectable()
export class RecordingBytes {
  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Stores bytes for now; `keep` makes them stay. Errors as in `ObjectStore.put`. */
  async hold(subject: string, contentType: string, body: Pieces | Buffer, maxBytes: number): Promise<StoredObject> {
    const now = await this.clock.now(this.db.alone).catch((error: unknown) => {
      // Whoever sends them would otherwise wait for somebody to take them.
      if (!Buffer.isBuffer(body)) body.destroy();
      throw error;
    });
    return this.store.put({ subject, owner: 'interviews', contentType, body, maxBytes, expiresAt: new Date(now.getTime() + UNTIL_THEY_BELONG_MS) });
  }

  keep(tx: Tx, id: string, until: Date): Promise<void> {
    return this.store.keepUntil(tx, id, until);
  }

  drop(tx: Tx, id: string): Promise<void> {
    return this.store.remove(tx, id);
  }

  serve(tx: Tx, id: string, range: string | undefined): Promise<ServedObject> {
    return this.store.serve(tx, id, range);
  }

  /** One object after the other, so that never more than a piece of one is in memory. */
  inARow(ids: readonly string[]): AsyncGenerator<Uint8Array> {
    return this.store.readInARow(this.db.alone, ids);
  }
}
