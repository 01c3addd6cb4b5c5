import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { type Purpose } from '../platform/policy/index.js';
import { type Notice } from './notices.js';

/** Every statement about published notices. */
@Injectable()
export class NoticeRepository {
  /** Nobody gives a consent, and nobody else publishes, until this transaction ends. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('consent notices', 0))`);
  }

  all(tx: Tx): Promise<Notice[]> {
    return tx.query<Notice[]>('select purpose, version, locale, title, body, control, hash, material from consent.notice');
  }

  /** A notice as it was read. */
  async find(tx: Tx, purpose: Purpose, version: number, locale: string): Promise<Notice | null> {
    const [row] = await tx.query<Notice[]>(
      `select purpose, version, locale, title, body, control, hash, material from consent.notice
        where purpose = $1 and version = $2 and locale in ($3, 'en') order by locale = $3 desc limit 1`,
      [purpose, version, locale],
    );
    return row ?? null;
  }

  async add(tx: Tx, { purpose, version, locale, title, body, control, hash, material }: Notice): Promise<void> {
    await tx.query('insert into consent.notice (purpose, version, locale, title, body, control, hash, material) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      purpose, version, locale, title, body, control, hash, material,
    ]);
  }
}
