import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type PlainPicture } from './plain-picture.js';

/** Every statement about the pictures of accounts. */
@Injectable()
export class PictureRepository {
  async keep(tx: Tx, accountId: string, issuer: string, { type, bytes }: PlainPicture): Promise<void> {
    await tx.query(
      `insert into accounts.picture (account_id, issuer, type, bytes) values ($1, $2, $3, $4)
       on conflict (account_id) do update set issuer = excluded.issuer, type = excluded.type, bytes = excluded.bytes, created_at = clock.now()`,
      [accountId, issuer, type, bytes],
    );
  }

  async find(tx: Tx, accountId: string): Promise<PlainPicture | null> {
    const rows = await tx.query<PlainPicture[]>('select type, bytes from accounts.picture where account_id = $1', [accountId]);
    return rows[0] ?? null;
  }

  /** False when there was none. */
  async remove(tx: Tx, accountId: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from accounts.picture where account_id = $1 returning account_id', [accountId]);
    return rows.length > 0;
  }
}
