import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type GatewayEvent } from '../../gateways/gateway.js';

export interface StoredEvent extends GatewayEvent {
  readonly gateway: string;
}

type Row = Omit<StoredEvent, 'amountMinor'> & { readonly amountMinor: string | null };

const COLUMNS = `gateway, event_id as "eventId", type, mode, refs, amount_minor as "amountMinor", currency, occurred_at as "occurredAt"`;

/** Statements about what gateways sent. */
@Injectable()
export class GatewayEventRepository {
  /** Its id; null when the same event came before. */
  async add(tx: Tx, gateway: string, { eventId, type, mode, refs, amountMinor, currency, occurredAt }: GatewayEvent, keptFor: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into payments.gateway_event (id, gateway, event_id, type, mode, refs, amount_minor, currency, occurred_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock.now() + $10::interval)
       on conflict (gateway, event_id) do nothing returning id`,
      [newId(), gateway, eventId, type, mode, refs, amountMinor?.toString() ?? null, currency, occurredAt, keptFor],
    );
    return row?.id ?? null;
  }

  /** Null when nothing is left to do for it. */
  waiting(tx: Tx, id: string): Promise<StoredEvent | null> {
    return this.one(tx, id, '');
  }

  /** The same, and nobody else works on it until `tx` ends. */
  hold(tx: Tx, id: string): Promise<StoredEvent | null> {
    return this.one(tx, id, 'for update');
  }

  async done(tx: Tx, id: string, state: 'applied' | 'idle'): Promise<void> {
    await tx.query('update payments.gateway_event set state = $2, applied_at = clock.now() where id = $1', [id, state]);
  }

  /** Those that have waited for a minute; each is taken again after a quarter of an hour. */
  async takeForgotten(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `with taken as (
         update payments.gateway_event set asked_at = clock.now()
          where id in (select id from payments.gateway_event where state = 'stored' and received_at < clock.now() - interval '60 seconds' and (asked_at is null or asked_at < clock.now() - interval '15 minutes') and expires_at > clock.now()
            order by received_at limit $1 for update skip locked) returning id
       )
       select id from taken order by id`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  private async one(tx: Tx, id: string, lock: string): Promise<StoredEvent | null> {
    const [row] = await tx.query<Row[]>(`select ${COLUMNS} from payments.gateway_event where id = $1 and state = 'stored' and expires_at > clock.now() ${lock}`, [id]);
    return row ? { ...row, amountMinor: row.amountMinor === null ? null : BigInt(row.amountMinor) } : null;
  }
}
