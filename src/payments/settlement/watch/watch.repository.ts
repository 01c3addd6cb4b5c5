import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';

/** What was last heard of a gateway. */
export interface Word {
  readonly gateway: string;
  /** Null: nothing ever came. */
  readonly lastWordAt: Date | null;
  /** Somebody paid, word of it must have come since, and none did for the whole time. */
  readonly isSilent: boolean;
  /** Words that nobody has worked on yet. */
  readonly waiting: number;
}

/** What waits for a person. */
export interface ForPeople {
  readonly quarantined: number;
  readonly refundsWaiting: number;
}

/** Statements about whether all is well with payments. */
@Injectable()
export class WatchRepository {
  /** A word is due when somebody pays, and with each turn of a plan; an hour is left for clocks that differ. */
  of(tx: Tx, gateways: readonly string[], silentFor: string): Promise<Word[]> {
    return tx.query(
      `select g.gateway, w.at as "lastWordAt",
         exists (select from payments.payment y join payments.purchase p on p.id = y.purchase_id
           where y.gateway = g.gateway and y.captured_at <= clock.now() - $2::interval
             and greatest(p.made_at, y.period_start - interval '1 hour') > coalesce(w.at, '-infinity')) as "isSilent",
         (select count(*)::int from payments.gateway_event e where e.gateway = g.gateway and e.state = 'stored' and e.expires_at > clock.now()) as waiting
       from unnest($1::text[]) with ordinality as g (gateway, place)
         left join lateral (select max(received_at) as at from payments.gateway_event e where e.gateway = g.gateway) w on true
       order by g.place`,
      [gateways, silentFor],
    );
  }

  async forPeople(tx: Tx): Promise<ForPeople> {
    const [row] = await tx.query<ForPeople[]>(
      `select (select count(*)::int from payments.quarantine where resolved_at is null and expires_at > clock.now()) as quarantined,
         (select count(*)::int from payments.refund where state = 'waiting' and expires_at > clock.now()) as "refundsWaiting"`,
    );
    if (!row) throw new Error('Nothing was counted');
    return row;
  }
}
