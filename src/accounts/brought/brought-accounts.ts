import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { AccountRepository } from '../accounts.repository.js';
import { MailedLinks } from '../links/mailed-links.js';
import { SignUpGate } from '../sign-up-gate.js';
import { addressTaken, gone, knownByAnotherAddress, notAPerson, notOldEnough } from './brought.errors.js';
import { type BroughtPerson, broughtPerson } from './brought-person.js';

/** Where a copy of somebody's data comes from, and who they were there. */
export interface Origin {
  readonly from: string;
  readonly knownThereAs: string;
}

/** Accounts made of the copy of somebody's data from another place. Whoever has the address proves it by a mailed link; before that nobody sees anything. */
@Injectable()
export class BroughtAccounts {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly gate: SignUpGate,
    private readonly links: MailedLinks,
  ) {}

  /**
   * The account of a copy: made now, or when the same person was brought here before. `account` is what the copy says of it;
   * `email` takes the place of the address in it. AppErrors `accounts.not_a_person`, `accounts.too_young`, `accounts.address_taken`, `accounts.gone`,
   * `accounts.known_by_another_address`.
   */
  async open(tx: Tx, account: unknown, origin: Origin, email?: string): Promise<{ id: string; name: string; isNew: boolean }> {
    const person = broughtPerson.safeParse({ ...(account as object), ...(email === undefined ? {} : { email }) });
    if (!person.success) throw notAPerson(person.error.issues[0]?.path.join('.') ?? '');
    const declaredAgeReached = this.ageReached(person.data.declaredAgeReached);
    const [known] = await tx.query<{ id: string; email: string; isClosed: boolean }[]>(
      `select u.id, u.email, exists (select from accounts.closed_account c where c.account_id = u.id) as "isClosed" from accounts.brought_account b join auth."user" u on u.id = b.account_id where b.known_there_as = $1`,
      [origin.knownThereAs],
    );
    if (known?.isClosed) throw gone();
    const { name, email: address } = person.data;
    // The id alone is no proof: whoever knows that of somebody else could have written it into a copy.
    if (known && known.email !== address) throw knownByAnotherAddress();
    return known ? { id: known.id, name, isNew: false } : { id: await this.make(tx, person.data, declaredAgeReached, origin), name, isNew: true };
  }

  private ageReached(declared: number): number {
    try {
      return this.gate.ageReached(declared);
    } catch {
      throw notOldEnough(declared);
    }
  }

  private async make(tx: Tx, { name, email, phone }: BroughtPerson, declaredAgeReached: number, { from, knownThereAs }: Origin): Promise<string> {
    const id = newId();
    const made = await tx.query<object[]>(
      `insert into auth."user" (id, name, email, "emailVerified", "createdAt") values ($1, $2, $3, false, clock.now()) on conflict (email) do nothing returning id`,
      [id, name, email],
    );
    if (made.length === 0) throw addressTaken();
    await this.accounts.insert(tx, id, declaredAgeReached);
    await tx.query('update accounts.account set phone = $2 where id = $1', [id, phone]);
    await tx.query('insert into accounts.brought_account (account_id, came_from, known_there_as) values ($1, $2, $3)', [id, from, knownThereAs]);
    await this.links.ask(tx, 'brought_account', id);
    return id;
  }
}
