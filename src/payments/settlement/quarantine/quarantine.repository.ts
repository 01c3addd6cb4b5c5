import { Injectable } from '@nestjs/common';
import { newId, notFound } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type Misfit } from './fit.js';

/** Something that does not fit. */
export interface Finding {
  readonly gateway: string;
  readonly reference: string;
  readonly reason: Misfit;
  readonly purchaseId: string | null;
  readonly saidMinor: bigint | null;
  readonly saidCurrency: string | null;
  readonly expiresAt: Date;
}

/** As an operator sees it, beside what was ordered. */
export interface SetApart {
  readonly id: string;
  readonly gateway: string;
  readonly reference: string;
  readonly reason: Misfit;
  readonly purchaseId: string | null;
  readonly title: string | null;
  readonly orderedMinor: string | null;
  readonly orderedCurrency: string | null;
  readonly saidMinor: string | null;
  readonly saidCurrency: string | null;
  readonly foundAt: Date;
  readonly resolvedAt: Date | null;
  readonly note: string | null;
}

/** Statements about what was set apart. */
@Injectable()
export class QuarantineRepository {
  /** Once for each payment and reason; gives its id, or null when it stood apart before. */
  async add(tx: Tx, { gateway, reference, reason, purchaseId, saidMinor, saidCurrency, expiresAt }: Finding): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into payments.quarantine (id, gateway, reference, reason, purchase_id, said_minor, said_currency, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (gateway, reference, reason) do nothing returning id`,
      [newId(), gateway, reference, reason, purchaseId, saidMinor?.toString() ?? null, saidCurrency, expiresAt],
    );
    return row?.id ?? null;
  }

  /** Whether it stands apart: then nothing is given for it any more, also once a person has looked, who gives or pays back by hand. */
  async has(tx: Tx, gateway: string, reference: string): Promise<boolean> {
    const rows = await tx.query<object[]>('select from payments.quarantine where gateway = $1 and reference = $2 limit 1', [gateway, reference]);
    return rows.length > 0;
  }

  /** A payment that stands apart and of which it is known how much it is, by the first reason that was found; null for every other. */
  async find(tx: Tx, gateway: string, reference: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `select q.id from payments.quarantine q where q.gateway = $1 and q.reference = $2 and q.said_minor is not null and q.said_currency is not null and q.expires_at > clock.now()
         and not exists (select from payments.payment p where p.gateway = $1 and p.reference = $2 and p.granted_at is not null) order by q.id limit 1`, [gateway, reference]);
    return row?.id ?? null;
  }

  /** The oldest first of those that wait for a person, or the newest first of those that were looked at. */
  page(tx: Tx, { resolved, after, limit }: { readonly resolved: boolean; readonly after: string | undefined; readonly limit: number }): Promise<SetApart[]> {
    const [condition, order, beyond] = resolved ? ['is not null', 'desc', '<'] : ['is null', 'asc', '>'];
    return tx.query(
      `select q.id, q.gateway, q.reference, q.reason, q.purchase_id as "purchaseId", p.title, p.amount_minor as "orderedMinor", p.currency as "orderedCurrency", q.said_minor as "saidMinor", q.said_currency as "saidCurrency",
         q.found_at as "foundAt", q.resolved_at as "resolvedAt", q.note
       from payments.quarantine q left join payments.purchase p on p.id = q.purchase_id
       where q.resolved_at ${condition} and q.expires_at > clock.now() and ($1::uuid is null or q.id ${beyond} $1) order by q.id ${order} limit $2`,
      [after ?? null, limit],
    );
  }

  /** False when somebody did so before. AppError `not_found`. */
  async resolve(tx: Tx, id: string, operatorId: string, note: string): Promise<boolean> {
    const [found] = await tx.query<{ isOpen: boolean }[]>('select resolved_at is null as "isOpen" from payments.quarantine where id = $1 and expires_at > clock.now() for update', [id]);
    if (!found) throw notFound();
    if (found.isOpen) await tx.query('update payments.quarantine set resolved_at = clock.now(), resolved_by = $2, note = $3 where id = $1', [id, operatorId, note]);
    return found.isOpen;
  }

  /** It waits for a person again, who reads what was noted before. False when it waits already. */
  async reopen(tx: Tx, id: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>('update payments.quarantine set resolved_at = null, resolved_by = null where id = $1 and resolved_at is not null', [id]);
    return changed > 0;
  }
}
