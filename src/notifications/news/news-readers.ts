import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { ConsentDesk } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { NEWS_PURPOSE } from '../categories.js';

/** Who would get news at this moment: with a live consent to it, and an open account with a confirmed address. */
@Injectable()
export class NewsReaders {
  constructor(
    private readonly consents: ConsentDesk,
    private readonly contacts: AccountContacts,
  ) {}

  async all(tx: Tx): Promise<string[]> {
    return this.contacts.reachable(tx, await this.consents.whoAllow(tx, NEWS_PURPOSE));
  }
}
