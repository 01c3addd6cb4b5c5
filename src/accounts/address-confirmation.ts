import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type ConfirmBody } from './accounts.dto.js';
import { linkUsedOrExpired, wrongPasswordForConfirmation } from './accounts.errors.js';
import { AccountRepository } from './accounts.repository.js';
import { MailedLinks } from './links/mailed-links.js';
import { PasswordTries } from './password-tries.js';
import { Passwords } from './passwords.js';
import { SignInWays } from './sign-in-ways.js';

/**
 * The confirmation of an address, which takes both: the link, and the password of the sign-up. With the link alone, its
 * owner would put into force the password of whoever signed up with their address before them.
 */
@Injectable()
export class AddressConfirmation {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly links: MailedLinks,
    private readonly passwords: Passwords,
    private readonly tries: PasswordTries,
    private readonly db: Database,
    private readonly ways: SignInWays,
  ) {}

  /** Sends the mail again when there is something to confirm; says nothing about whether there is. AppError `accounts.way_not_offered`. */
  async sendAgain(email: string): Promise<void> {
    this.ways.mustOffer('password');
    await this.db.transaction(async (tx) => {
      const account = await this.accounts.findByEmail(tx, email);
      await this.links.ask(tx, 'verify_email', account && !account.isVerified ? account.id : null);
    });
  }

  /** AppErrors `accounts.way_not_offered`, `accounts.link_used_or_expired`, `accounts.wrong_password_for_confirmation` (the link still works), `http.too_many_requests`. */
  async confirm({ token, password }: ConfirmBody, address: string): Promise<void> {
    this.ways.mustOffer('password');
    const id = await this.links.accountOf('verify_email', token);
    if (id === null) throw linkUsedOrExpired();
    const key = `confirmation:${id}`;
    await this.tries.take(key, address);
    const hash = await this.accounts.findPasswordHash(this.db.alone, id);
    if (!(await this.passwords.fits(password, hash)) || hash === null) throw wrongPasswordForConfirmation();
    await this.db.transaction(async (tx) => {
      // In this order, so that whoever proves the address in another way at this moment either waits for us or is seen.
      await this.accounts.confirmAddress(tx, id);
      if (!(await this.accounts.holdPassword(tx, id, hash))) throw wrongPasswordForConfirmation();
      await this.links.take(tx, 'verify_email', token);
    });
    await this.tries.forgive(key, address);
  }
}
