import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** Deletes records whose time is over; each gives how many. */
@Injectable()
export class RecordEnds {
  events(tx: Tx, count: number): Promise<number> {
    return gone(tx, 'gateway_event', count);
  }

  quarantine(tx: Tx, count: number): Promise<number> {
    return gone(tx, 'quarantine', count);
  }

  /** With their payments, plans and credits: the end of a purchase is that of its youngest payment. */
  purchases(tx: Tx, count: number): Promise<number> {
    return gone(tx, 'purchase', count);
  }
}

async function gone(tx: Tx, table: 'gateway_event' | 'quarantine' | 'purchase', count: number): Promise<number> {
  const [, deleted] = await tx.query<[object[], number]>(
    `delete from payments.${table} where id in (select id from payments.${table} where expires_at <= clock.now() order by expires_at limit $1 for update skip locked)`, [count]);
  return deleted;
}
