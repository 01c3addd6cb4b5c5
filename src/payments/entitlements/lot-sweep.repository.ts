import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** Statements about what is over. */
@Injectable()
export class LotSweepRepository {
  /** Deletes up to `count` free or given lots whose end has come, with their lines; returns how many. They have been invisible since then, and what was bought goes with its payment. */
  async deleteLots(tx: Tx, count: number): Promise<number> {
    const due = await tx.query<{ id: string }[]>('select id from payments.lot where expires_at <= clock.now() and payment_id is null order by expires_at limit $1 for update skip locked', [count]);
    await tx.query('delete from payments.lot where id = any($1)', [due.map(({ id }) => id)]);
    return due.length;
  }

  /** Deletes up to `count` customers who are nobody any more and of whom no record is left; returns how many. */
  async deleteCustomers(tx: Tx, count: number): Promise<number> {
    const due = await tx.query<{ id: string }[]>(
      `select id from payments.customer c where account_id is null and organisation_id is null
         and not exists (select from payments.purchase p where p.customer_id = c.id) and not exists (select from payments.lot l where l.customer_id = c.id)
         and not exists (select from payments.invoice i where i.customer_id = c.id)
       limit $1 for update skip locked`,
      [count],
    );
    await tx.query('delete from payments.customer where id = any($1)', [due.map(({ id }) => id)]);
    return due.length;
  }
}
