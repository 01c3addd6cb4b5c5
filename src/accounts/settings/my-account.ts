import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { identityChanged } from '../accounts.events.js';
import { AccountRepository } from '../accounts.repository.js';
import { ProviderLinks } from '../providers/provider-links.js';
import { holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { EmailChangeRepository } from './email-change.repository.js';
import { type MyAccountView } from './settings.dto.js';

/** An account as its owner sees it in the settings. */
@Injectable()
export class MyAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly changes: EmailChangeRepository,
    private readonly providers: ProviderLinks,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  async look({ accountId, isFresh, freshUntil }: Session): Promise<MyAccountView> {
    const tx = this.db.alone;
    const account = await this.accounts.findView(tx, accountId);
    if (!account) throw notFound();
    const { id, name, email, signedUpAt, roles } = account;
    const pending = await this.changes.find(tx, accountId);
    return {
      id,
      name,
      email,
      roles: [...roles],
      signedUpAt: signedUpAt.toISOString(),
      hasPassword: (await this.accounts.findPasswordHash(tx, accountId)) !== null,
      providers: await this.providers.list(tx, accountId),
      pendingEmail: pending && {
        email: pending.newEmail,
        confirmed: [...(pending.oldConfirmed ? ['old' as const] : []), ...(pending.newConfirmed ? ['new' as const] : [])],
        until: pending.until.toISOString(),
      },
      freshUntil: isFresh ? freshUntil.toISOString() : null,
    };
  }

  async rename(session: Session, name: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      await this.accounts.rename(tx, session.accountId, name);
      await this.outbox.publish(tx, identityChanged, { accountId: session.accountId });
    });
  }
}
