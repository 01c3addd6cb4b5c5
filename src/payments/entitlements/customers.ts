import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Payer } from '../terms.js';

/** Who looks after the payments of an organisation at this moment. */
export type PeopleOf = (tx: Tx, organisationId: string) => Promise<readonly string[]>;

/** Whoever buys or is given something. */
@Injectable()
export class Customers {
  private peopleOf: PeopleOf = () => Promise.resolve([]);

  /** Called once, by whoever knows the people of organisations. */
  know(peopleOf: PeopleOf): void {
    this.peopleOf = peopleOf;
  }

  /** Who hears what becomes of a payment: a candidate themself; of an organisation those who look after its payments now, since whoever pressed the button may have left it. */
  async toldOf(tx: Tx, { accountId, organisationId }: { readonly accountId: string | null; readonly organisationId: string | null }): Promise<readonly string[]> {
    if (organisationId !== null) return this.peopleOf(tx, organisationId);
    return accountId === null ? [] : [accountId];
  }

  /** Makes the row where there is none yet. */
  async get(tx: Tx, payer: Payer): Promise<string> {
    const found = await this.find(tx, payer);
    if (found) return found;
    const { accountId, organisationId } = namesOf(payer);
    await tx.query('insert into payments.customer (id, account_id, organisation_id) values ($1, $2, $3) on conflict do nothing', [newId(), accountId, organisationId]);
    const made = await this.find(tx, payer);
    if (!made) throw new Error('The customer was not stored');
    return made;
  }

  async find(tx: Tx, payer: Payer): Promise<string | null> {
    const { accountId, organisationId } = namesOf(payer);
    const [row] = await tx.query<{ id: string }[]>('select id from payments.customer where account_id = $1 or organisation_id = $2', [accountId, organisationId]);
    return row?.id ?? null;
  }

  /** From now on nobody else moves credits of these customers until the transaction ends; always in the same order, so that nobody waits for each other. */
  async lock(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('select from payments.customer where id = any($1) order by id for no key update', [ids]);
  }
}

/** One of the two is null, and then it is nobody's. */
export function namesOf(payer: Payer): { accountId: string | null; organisationId: string | null } {
  return { accountId: 'accountId' in payer ? payer.accountId : null, organisationId: 'organisationId' in payer ? payer.organisationId : null };
}
