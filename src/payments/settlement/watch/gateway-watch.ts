import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../../accounts/index.js';
import { Notifications } from '../../../notifications/index.js';
import { Database, type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { Gateways } from '../../gateways/gateways.js';
import { gatewayName } from '../../purchases/gateway-names.js';
import { type Word, WatchRepository } from './watch.repository.js';

/** Whether gateways still send word: without it everything is found by asking, ten minutes late. Tells of gateways, never of people. */
@Injectable()
export class GatewayWatch {
  constructor(
    private readonly words: WatchRepository,
    private readonly gateways: Gateways,
    private readonly contacts: AccountContacts,
    private readonly notifications: Notifications,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** Each gateway that is set up, with its last word. The built-in one is this program itself, and never silent. */
  async standing(tx: Tx): Promise<readonly Word[]> {
    const ids = this.gateways.all.map(({ id }) => id);
    return (await this.words.of(tx, ids, this.policy.values.sold.silentFor.iso)).map((word) => ({ ...word, isSilent: word.isSilent && word.gateway !== 'built_in' }));
  }

  /** Tells the operators of each silence once: it is known by the word before it. */
  async tell(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const word of await this.standing(tx)) if (word.isSilent) await this.tellOf(tx, word);
    });
  }

  private async tellOf(tx: Tx, { gateway, lastWordAt }: Word): Promise<void> {
    const name = gatewayName(gateway);
    const dedupe = `${gateway} ${lastWordAt?.toISOString() ?? 'never'}`;
    const subject = `${name} sends no word of payments`;
    const says = `Somebody paid through ${name}, and for ${this.policy.values.sold.silentFor.toString()} no webhook of it has come. Payments are still found by asking every ten minutes.`;
    const next = `Look at the webhook in the dashboard of ${name}: whether it is switched on, and goes to /api/webhooks/${gateway} of this place with the secret that is set here.`;
    const link = '/operator/payments';
    for (const accountId of await this.contacts.operators(tx)) {
      await this.notifications.note(tx, { accountId, kind: 'payments.gateway_silent', title: subject, body: says, link, dedupe });
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: 'gateway-silent', dedupe, subject, heading: subject, paragraphs: [says, next], action: { label: 'See the payments', path: link } } });
    }
  }
}
