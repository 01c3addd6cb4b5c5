import { Injectable } from '@nestjs/common';
import { AccountFacts } from '../../accounts/index.js';
import { notFound } from '../../kernel/index.js';
import { Notifications } from '../../notifications/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type AccountGiftBody } from './entitlements.dto.js';
import { Entitlements } from './entitlements.js';

/** Practice interviews that the operator gives somebody: to make up for something, or to let somebody try. */
@Injectable()
export class Gifts {
  constructor(
    private readonly entitlements: Entitlements,
    private readonly accounts: AccountFacts,
    private readonly notifications: Notifications,
    private readonly audit: AuditLog,
  ) {}

  /** 404 for an account that is not there or is closed. */
  async give(tx: Tx, operatorId: string, { accountId, count, because }: AccountGiftBody): Promise<void> {
    await this.mustBeOpen(tx, accountId);
    await this.entitlements.give(tx, { accountId }, 'interview', count, { because });
    await this.tell(tx, accountId, count, because);
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'payments.gift_given', subject: { kind: 'account', id: accountId }, detail: { unit: 'interview', count } });
  }

  private async mustBeOpen(tx: Tx, accountId: string): Promise<void> {
    const account = await this.accounts.find(tx, accountId);
    if (!account || account.state === 'closed') throw notFound();
  }

  private async tell(tx: Tx, accountId: string, count: number, because: string): Promise<void> {
    const what = count === 1 ? 'a practice interview' : `${count.toLocaleString('en')} practice interviews`;
    await this.notifications.note(tx, { accountId, kind: 'payments.gift_given', title: `You were given ${what}`, body: `From the operator of this place: ${because} You can use what you were given within a year.`, link: '/settings/billing' });
  }
}
