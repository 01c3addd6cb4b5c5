import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

const LIVES = `exists (select from storage.object o where o.id = s.object and o.status = 'stored' and o.expires_at > clock.now())`;

/** Statements about sentences that were read aloud; `key` is the sha256 of what was read and by whom. */
@Injectable()
export class SpokenTextRepository {
  /** The stored object, or null when there is none or its time is over. */
  async find(tx: Tx, key: string): Promise<string | null> {
    const [row] = await tx.query<{ object: string }[]>(`select object from interviews.spoken_text s where sha256 = $1 and ${LIVES}`, [key]);
    return row?.object ?? null;
  }

  /** Keeps an object unless there is one that lives; returns the one that is kept. */
  async keep(tx: Tx, key: string, object: string): Promise<string> {
    const [row] = await tx.query<{ object: string }[]>(
      `insert into interviews.spoken_text as s (sha256, object) values ($1, $2)
       on conflict (sha256) do update set object = case when ${LIVES} then s.object else excluded.object end returning object`,
      [key, object],
    );
    if (!row) throw new Error('The reading was not stored');
    return row.object;
  }
}
