import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { type StatusPurpose } from './status-entry.js';

const LISTS = `hashtextextended('certificates status lists', 0)`;

/** Which bits are set. Revoked ones count for both: what never holds again does not hold now. */
const SET: Readonly<Record<StatusPurpose, string>> = {
  revocation: `c.state = 'revoked'`,
  suspension: `(c.state = 'revoked' or c.state = 'issued' and (c.suspended_at is not null or p.certificate_id is null))`,
};

/** Lists of states, and who has which place on them. */
@Injectable()
export class StatusRepository {
  async newestOf(tx: Tx, keyId: string): Promise<number | null> {
    const [row] = await tx.query<{ number: number }[]>('select number from certificates.status_list where key_id = $1 order by number desc limit 1', [keyId]);
    return row?.number ?? null;
  }

  async keyOf(tx: Tx, list: number): Promise<string | null> {
    const [row] = await tx.query<{ key: string }[]>('select key_id as key from certificates.status_list where number = $1', [list]);
    return row?.key ?? null;
  }

  /** Begins a list, or finds that somebody just has. */
  async begin(tx: Tx, keyId: string): Promise<number> {
    const before = await this.newestOf(tx, keyId);
    await tx.query(`select pg_advisory_xact_lock(${LISTS})`);
    const now = await this.newestOf(tx, keyId);
    if (now !== null && now !== before) return now;
    const [row] = await tx.query<{ number: number }[]>('insert into certificates.status_list (number, key_id) select coalesce(max(number), 0) + 1, $1 from certificates.status_list returning number', [keyId]);
    if (!row) throw new Error('No list was begun');
    return row.number;
  }

  /** Whether nobody has this place, and nobody draws it at the same moment. */
  async isFree(tx: Tx, list: number, index: number): Promise<boolean> {
    const [row] = await tx.query<{ free: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended('certificates status ' || $1::int || ' ' || $2::int, 0))
         and not exists (select from certificates.certificate where status_list = $1 and status_index = $2) as free`, [list, index]);
    return row?.free === true;
  }

  async taken(tx: Tx, list: number): Promise<number> {
    const [row] = await tx.query<{ taken: number }[]>('select count(*)::int as taken from certificates.certificate where status_list = $1 and status_index is not null', [list]);
    return row?.taken ?? 0;
  }

  /** The bits of a list that are set, in order. */
  async indexes(tx: Tx, list: number, purpose: StatusPurpose): Promise<number[]> {
    const rows = await tx.query<{ index: number }[]>(
      `select c.status_index as index from certificates.certificate c left join certificates.publication p on p.certificate_id = c.id and p.grant_expires_at > clock.now() and (p.hidden_until is null or p.hidden_until <= clock.now())
       where c.status_list = $1 and c.status_index is not null and ${SET[purpose]} order by 1`, [list]);
    return rows.map(({ index }) => index);
  }
}
