import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';

/** The copy of one person's data: being made, or ready until it ends. */
export interface DataExport {
  readonly id: string;
  readonly accountId: string;
  readonly state: 'building' | 'ready';
  readonly partsDone: number;
  readonly parts: number;
  readonly objectId: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly askedAt: Date;
  /** Being made for longer than it should take. */
  readonly isLate: boolean;
  readonly readyAt: Date | null;
  readonly expiresAt: Date;
}

/** Under this name copies lie in the storage. */
export const EXPORTS_OWNER = 'privacy';

/** Longer than any build takes: by then its job was lost. */
const SURELY_LOST = '1 hour';

const COLUMNS = `id, account_id as "accountId", state, parts_done as "partsDone", parts, object_id as "objectId", bytes::float8 as bytes, sha256,
  asked_at as "askedAt", state = 'building' and asked_at <= clock.now() - interval '${SURELY_LOST}' as "isLate", ready_at as "readyAt", expires_at as "expiresAt"`;

/** Every statement about copies of people's data. */
@Injectable()
export class ExportRepository {
  /** Holds the row of whoever asks, so that two requests at once make one copy. */
  async holdAccount(tx: Tx, accountId: string): Promise<void> {
    await tx.query('select from accounts.account where id = $1 for no key update', [accountId]);
  }

  async findMine(tx: Tx, accountId: string): Promise<DataExport | null> {
    const [row] = await tx.query<DataExport[]>(`select ${COLUMNS} from privacy.export where account_id = $1 and expires_at > clock.now()`, [accountId]);
    return row ?? null;
  }

  async findBuilding(tx: Tx, id: string): Promise<DataExport | null> {
    const [row] = await tx.query<DataExport[]>(`select ${COLUMNS} from privacy.export where id = $1 and state = 'building' and expires_at > clock.now()`, [id]);
    return row ?? null;
  }

  /** `keep` is an ISO 8601 duration; it begins anew when the copy is ready. */
  async insert(tx: Tx, id: string, accountId: string, keep: string): Promise<void> {
    await tx.query(
      `insert into privacy.export (id, account_id, expires_at, look_again_at) values ($1, $2, clock.now() + $3::interval, clock.now() + interval '${SURELY_LOST}')`,
      [id, accountId, keep],
    );
  }

  async progress(tx: Tx, id: string, partsDone: number, parts: number): Promise<void> {
    await tx.query(`update privacy.export set parts_done = $2, parts = $3 where id = $1 and state = 'building'`, [id, partsDone, parts]);
  }

  /** False when it was finished, replaced or deleted meanwhile. */
  async finish(tx: Tx, id: string, file: { id: string; bytes: number; sha256: string }, expiresAt: Date): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `update privacy.export set state = 'ready', parts_done = parts, object_id = $2, bytes = $3, sha256 = $4, ready_at = clock.now(), expires_at = $5
        where id = $1 and state = 'building' returning id`,
      [id, file.id, file.bytes, file.sha256, expiresAt],
    );
    return rows.length > 0;
  }

  /** Deletes an account's copy, expired or not. */
  async deleteMine(tx: Tx, accountId: string): Promise<void> {
    await tx.query('delete from privacy.export where account_id = $1', [accountId]);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'privacy.export');
  }

  /** Ids of copies whose job seems lost, each named once in an hour. */
  async overdue(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update privacy.export set look_again_at = clock.now() + interval '${SURELY_LOST}'
        where id in (select id from privacy.export where state = 'building' and look_again_at <= clock.now() limit 100 for update skip locked) returning id`,
    );
    return rows.map(({ id }) => id);
  }
}
