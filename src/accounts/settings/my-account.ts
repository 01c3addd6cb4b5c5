import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { identityChanged } from '../accounts.events.js';
import { detailFact } from '../accounts.facts.js';
import { AccountRepository } from '../accounts.repository.js';
import { ProviderLinks } from '../providers/provider-links.js';
import { holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { SignInWays } from '../sign-in-ways.js';
import { EmailChangeRepository } from './email-change.repository.js';
import { type AccountChangeBody, type MyAccountView } from './settings.dto.js';

/** An account as its owner sees it in the settings. */
@Injectable()
export class MyAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly changes: EmailChangeRepository,
    private readonly providers: ProviderLinks,
    private readonly outbox: Outbox,
    private readonly ways: SignInWays,
    private readonly db: Database,
  ) {}

  async look({ accountId, isFresh, freshUntil }: Session): Promise<MyAccountView> {
    const tx = this.db.alone;
    const account = await this.accounts.findView(tx, accountId);
    if (!account) throw notFound();
    const { id, name, email, phone, pictureFrom, signedUpAt, roles } = account;
    const pending = await this.changes.find(tx, accountId);
    return {
      id,
      name,
      email,
      phone,
      pictureFrom: pictureFrom && this.providers.nameOf(pictureFrom),
      roles: [...roles],
      signedUpAt: signedUpAt.toISOString(),
      hasPassword: this.ways.offers('password') && (await this.accounts.findPasswordHash(tx, accountId)) !== null,
      providers: await this.providers.list(tx, accountId),
      pendingEmail: pending && {
        email: pending.newEmail,
        confirmed: [...(pending.oldConfirmed ? ['old' as const] : []), ...(pending.newConfirmed ? ['new' as const] : [])],
        until: pending.until.toISOString(),
      },
      freshUntil: isFresh ? freshUntil.toISOString() : null,
    };
  }

  async change(session: Session, { name, phone }: AccountChangeBody): Promise<void> {
    await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      if (phone !== undefined) await this.setPhone(tx, session.accountId, phone);
      if (name === undefined) return;
      await this.accounts.rename(tx, session.accountId, name);
      await this.outbox.publish(tx, identityChanged, { accountId: session.accountId });
    });
  }

  private async setPhone(tx: Tx, accountId: string, phone: string | null): Promise<void> {
    await this.accounts.setPhone(tx, accountId, phone);
    await noteFact(tx, detailFact, { accountId, detail: 'phone', isThere: phone === null ? 'no' : 'yes' });
  }
}
