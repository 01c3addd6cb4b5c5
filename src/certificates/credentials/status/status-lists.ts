import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/db/index.js';
import { Issuer } from '../issuer.js';
import { type KeyRing } from '../keys/key-ring.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { BITS_OF_A_LIST } from './status-bits.js';
import { statusCredential } from './status-credential.js';
import { statusEntry, type StatusPlace, type StatusPurpose } from './status-entry.js';
import { StatusRepository } from './status.repository.js';

/** A list as it is served. */
export interface ServedList {
  readonly body: string;
  readonly etag: string;
}

interface Kept extends ServedList {
  readonly bits: string;
  readonly until: number;
}

// Half a minute here and half a minute where it is read: whoever looks knows within one.
const KEPT_MS = 30_000;
const DRAWS = 64;

/** Where the state of each certificate stands for those who check it elsewhere. The bits are not stored: they are what the rows say. */
@Injectable()
export class StatusLists {
  private readonly kept = new Map<string, Promise<Kept | null>>();

  constructor(
    private readonly rows: StatusRepository,
    private readonly keys: SigningKeys,
    private readonly issuer: Issuer,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** A place that was never anybody's, at random, so that it says nothing of when; held until the transaction ends. A list that is half full is followed by another. */
  async draw(tx: Tx): Promise<StatusPlace> {
    const { id } = await this.keys.current(tx);
    let list = (await this.rows.newestOf(tx, id)) ?? (await this.rows.begin(tx, id));
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const index = randomInt(BITS_OF_A_LIST);
      if (await this.rows.isFree(tx, list, index)) return { list, index };
      // How full it is matters only once a draw has met somebody.
      if ((await this.rows.taken(tx, list)) * 2 >= BITS_OF_A_LIST) list = await this.rows.begin(tx, id);
    }
    throw new Error('No free place was met on a list that is at most half full');
  }

  /** How a credential names its place. */
  entry(place: StatusPlace): object {
    return statusEntry(this.issuer.url, place);
  }

  /** The keys that this list and its certificates are signed with; null when there is no such list, or they cannot be opened. */
  async ringOf(tx: Tx, list: number): Promise<KeyRing | null> {
    const id = await this.rows.keyOf(tx, list);
    return id === null ? null : this.keys.find(tx, id);
  }

  /** A list, signed, at most half a minute old; null when there is none of that number. */
  async serve(list: number, purpose: StatusPurpose): Promise<ServedList | null> {
    const name = `${list} ${purpose}`;
    const known = this.kept.get(name);
    const before = await known;
    if (before && before.until > performance.now()) return before;
    // Of several who find it too old at the same time, one makes it anew.
    const begun = this.kept.get(name);
    if (begun && begun !== known) return begun;
    const fresh = this.made(list, purpose, before ?? null).catch((error: unknown) => { this.kept.delete(name); throw error; });
    this.kept.set(name, fresh);
    const served = await fresh;
    if (!served) this.kept.delete(name);
    return served;
  }

  private async made(list: number, purpose: StatusPurpose, before: Kept | null): Promise<Kept | null> {
    return this.db.transaction(async (tx) => {
      const key = await this.rows.keyOf(tx, list);
      if (key === null) return null;
      const until = performance.now() + KEPT_MS;
      const indexes = await this.rows.indexes(tx, list, purpose);
      const bits = indexes.join();
      // The same bits stay the same bytes, so that nobody has to fetch them again.
      if (before?.bits === bits) return { ...before, until };
      const ring = (await this.keys.find(tx, key)) ?? (await this.keys.current(tx));
      const body = await statusCredential(this.issuer, ring, { number: list, purpose, indexes }, await this.clock.now(tx));
      return { body, bits, until, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
    });
  }
}
