import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/index.js';
import { type Tx } from '../db/index.js';
import { type NewObject, type StoredObject } from './stored-object.js';

/** A stored object, and how its bytes were written. */
export interface FoundStored {
  readonly object: StoredObject;
  readonly sealed: boolean;
}

interface ObjectRow {
  readonly id: string;
  readonly subject: string | null;
  readonly owner_module: string;
  readonly content_type: string;
  readonly bytes: string;
  readonly sha256: string | null;
  readonly expires_at: Date;
  readonly sealed: boolean;
}

/** Longer than any upload takes, so that what is still pending by then was left behind by a crash. */
const STALE_PENDING = '1 hour';

/** Every SQL of stored objects. */
@Injectable()
export class ObjectRepository {
  async begin(tx: Tx, id: string, { subject, owner, contentType, expiresAt }: NewObject, sealed: boolean): Promise<void> {
    await tx.query(
      `insert into storage.object (id, subject, owner_module, content_type, sealed, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, subject, owner, contentType, sealed, expiresAt],
    );
  }

  /** Null when the object was given up or swept while its bytes were under way. */
  async finish(tx: Tx, id: string, bytes: number, sha256: string): Promise<StoredObject | null> {
    const [rows] = await tx.query<[ObjectRow[], number]>(
      `update storage.object set status = 'stored', bytes = $2, sha256 = $3 where id = $1 and status = 'pending' returning *`,
      [id, bytes, sha256],
    );
    return rows[0] ? found(rows[0]).object : null;
  }

  async findLive(tx: Tx, id: string): Promise<FoundStored | null> {
    if (!isId(id)) return null;
    const [row] = await tx.query<ObjectRow[]>(
      `select * from storage.object where id = $1 and status = 'stored' and expires_at > clock.now()`,
      [id],
    );
    return row ? found(row) : null;
  }

  /** In no order; those that are not there are left out. */
  async findAllLive(tx: Tx, ids: readonly string[]): Promise<FoundStored[]> {
    const rows = await tx.query<ObjectRow[]>(
      `select * from storage.object where id = any($1::uuid[]) and status = 'stored' and expires_at > clock.now()`,
      [ids],
    );
    return rows.map(found);
  }

  async liveOfSubject(tx: Tx, accountId: string): Promise<StoredObject[]> {
    const rows = await tx.query<ObjectRow[]>(
      `select * from storage.object where subject = $1 and status = 'stored' and expires_at > clock.now() order by id`,
      [accountId],
    );
    return rows.map((row) => found(row).object);
  }

  /** True when there was such an object. */
  async markDeleting(tx: Tx, id: string): Promise<boolean> {
    const [, count] = await tx.query<[unknown[], number]>(
      `update storage.object set status = 'deleting' where id = $1 and status <> 'deleting'`,
      [id],
    );
    return count > 0;
  }

  /** True when there were such objects. What is still being written is left to whoever writes it. */
  async markAllDeleting(tx: Tx, { subject, owner, except }: { subject: string; owner: string; except?: string }): Promise<boolean> {
    const [, count] = await tx.query<[unknown[], number]>(
      `update storage.object set status = 'deleting' where subject = $1 and owner_module = $2 and status = 'stored' and id is distinct from $3::uuid`,
      [subject, owner, except ?? null],
    );
    return count > 0;
  }

  async moveExpiry(tx: Tx, id: string, expiresAt: Date): Promise<boolean> {
    const [, count] = await tx.query<[unknown[], number]>(
      `update storage.object set expires_at = $2 where id = $1 and status = 'stored' and expires_at > clock.now()`,
      [id, expiresAt],
    );
    return count > 0;
  }

  /** Marks up to `limit` objects that are expired, or were left half-written; returns how many. */
  async markDue(tx: Tx, limit: number): Promise<number> {
    const [, count] = await tx.query<[unknown[], number]>(
      `update storage.object set status = 'deleting' where id in (
         select id from storage.object
          where (status <> 'deleting' and expires_at <= clock.now())
             or (status = 'pending' and created_at <= clock.now() - interval '${STALE_PENDING}')
          limit $1 for update skip locked)`,
      [limit],
    );
    return count;
  }

  async deletingAfter(tx: Tx, id: string, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from storage.object where status = 'deleting' and id > $1 order by id limit $2`,
      [id, limit],
    );
    return rows.map((row) => row.id);
  }

  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(`delete from storage.object where id = any($1) and status = 'deleting'`, [ids]);
  }

  /** Ids of a folder: all with a row, and of these the ones that must have bytes. */
  async inFolder(tx: Tx, folder: string): Promise<{ id: string; stored: boolean }[]> {
    return tx.query<{ id: string; stored: boolean }[]>(
      `select id, status = 'stored' as stored from storage.object where right(id::text, 2) = $1`,
      [folder],
    );
  }
}

function found(row: ObjectRow): FoundStored {
  return {
    object: {
      id: row.id,
      subject: row.subject,
      owner: row.owner_module,
      contentType: row.content_type,
      bytes: Number(row.bytes),
      sha256: row.sha256 ?? '',
      expiresAt: row.expires_at,
    },
    sealed: row.sealed,
  };
}
