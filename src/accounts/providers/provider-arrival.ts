import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type SignInProvider } from '../../platform/config/index.js';
import { Database, type Tx, violates } from '../../platform/db/index.js';
import { AccountRepository, type Credentials } from '../accounts.repository.js';
import { holdOpenAccount } from '../sessions/holds.js';
import { LinkedMail } from './linked-mail.js';
import { type ProviderPerson } from './provider-dance.js';
import { type ProviderIdentity, ProviderLinks } from './provider-links.js';

type Newcomer = ProviderIdentity & { readonly name: string; readonly email: string; readonly provider: string };

/** Finds or makes the account of somebody a provider vouches for. */
@Injectable()
export class ProviderArrival {
  constructor(
    private readonly links: ProviderLinks,
    private readonly accounts: AccountRepository,
    private readonly mail: LinkedMail,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The account with this identity, or the one with this address when both sides have confirmed it: then the identity is
   * linked to it, and its owner is told. Null for a stranger, and for an account whose address nobody confirmed here.
   */
  accountOf(person: ProviderPerson, provider: SignInProvider): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      const known = await this.links.findAccount(tx, person);
      if (known !== null || person.email === null || !person.isConfirmed) return known;
      const local = await this.holdByEmail(tx, person.email);
      // Of two arrivals at once, the second waited and finds what the first has linked.
      const linked = await this.links.findAccount(tx, person);
      if (linked !== null || !local?.isVerified) return linked;
      await this.links.link(tx, local.id, person);
      await this.mail.send(tx, { account: local.id, email: person.email, provider: provider.name });
      await this.note(tx, local.id, 'accounts.provider_linked');
      return local.id;
    });
  }

  /** Makes the account of a stranger whose age is known now; `provider` is its name. Pressed twice, it is one. */
  async welcome(newcomer: Newcomer, declaredAgeReached: number): Promise<string> {
    const make = () => this.db.transaction((tx) => this.make(tx, newcomer, declaredAgeReached));
    try {
      return await make();
    } catch (error) {
      if (violates(error, 'user_email_key') || violates(error, 'account_providerId_accountId_key')) return make();
      throw error;
    }
  }

  private async make(tx: Tx, newcomer: Newcomer, declaredAgeReached: number): Promise<string> {
    const known = await this.links.findAccount(tx, newcomer);
    if (known !== null) return known;
    const local = await this.holdByEmail(tx, newcomer.email);
    const id = local?.id ?? (await this.insertIdentity(tx, newcomer));
    if (local && !local.isVerified) await this.takeOver(tx, id, newcomer, declaredAgeReached);
    if (!local) await this.accounts.insert(tx, id, declaredAgeReached);
    await this.links.link(tx, id, newcomer);
    if (local?.isVerified) await this.mail.send(tx, { account: id, email: newcomer.email, provider: newcomer.provider });
    await this.note(tx, id, local?.isVerified ? 'accounts.provider_linked' : 'accounts.signed_up');
    return id;
  }

  /** The account with this address, held; it may have been closed or moved to another address while we waited for it. */
  private async holdByEmail(tx: Tx, email: string): Promise<Credentials | null> {
    const found = await this.accounts.findByEmail(tx, email);
    if (!found || !(await holdOpenAccount(tx, found.id))) return null;
    const held = await this.accounts.findByEmail(tx, email);
    return held?.id === found.id ? held : null;
  }

  /** The unconfirmed account may have been made by somebody else with this address: of what they set, nothing stays. */
  private async takeOver(tx: Tx, id: string, { name }: Newcomer, declaredAgeReached: number): Promise<void> {
    await this.accounts.proveAddress(tx, id);
    await this.accounts.rename(tx, id, name);
    await tx.query('update accounts.account set declared_age_reached = $2 where id = $1', [id, declaredAgeReached]);
    await tx.query('delete from accounts.link where account_id = $1', [id]);
  }

  private async insertIdentity(tx: Tx, { name, email }: Newcomer): Promise<string> {
    const id = newId();
    await tx.query('insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)', [id, name, email]);
    return id;
  }

  private async note(tx: Tx, id: string, action: string): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id }, action, subject: { kind: 'account', id } });
  }
}
