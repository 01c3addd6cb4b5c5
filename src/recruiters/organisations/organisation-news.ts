import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Notifications } from '../../notifications/index.js';
import { type Told } from './organisation-words.js';

/** Tells people about their organisation, by mail and in their inbox. */
@Injectable()
export class OrganisationNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
  ) {}

  async tellOperators(tx: Tx, told: Told): Promise<void> {
    await this.tell(tx, await this.contacts.operators(tx), told);
  }

  async tell(tx: Tx, accountIds: readonly string[], { mail, note }: Told): Promise<void> {
    for (const accountId of accountIds) {
      await this.notifications.note(tx, { ...note, accountId });
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail });
    }
  }
}
