import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../../accounts/index.js';
import { Notifications } from '../../../notifications/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { gatewayName } from '../../purchases/gateway-names.js';
import { type Misfit } from './fit.js';

const WHY: Readonly<Record<Misfit, string>> = {
  amount: 'another amount was paid, or announced, than was asked for', currency: 'another currency was paid, or announced, than was asked for', order: 'it is for no purchase of ours, or for one that is paid already',
  mode: 'test and real money are mixed up', customer: 'whoever bought it is gone',
};

/** Tells the operators at once that somebody paid and got nothing for it: they may be waiting. Nothing in it says who. */
@Injectable()
export class QuarantineNews {
  constructor(
    private readonly contacts: AccountContacts,
    private readonly notifications: Notifications,
  ) {}

  async setApart(tx: Tx, id: string, gateway: string, reason: Misfit): Promise<void> {
    const subject = 'A payment does not fit its order';
    const says = `Through ${gatewayName(gateway)} something came that does not fit: ${WHY[reason]}. Nothing was given for it, and somebody may be waiting. Look at it, and give it back or resolve it.`;
    const link = '/operator/payments';
    for (const accountId of await this.contacts.operators(tx)) {
      await this.notifications.note(tx, { accountId, kind: 'payments.set_apart', title: subject, body: says, link, dedupe: id });
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: 'payment-set-apart', dedupe: id, subject, heading: subject, paragraphs: [says], action: { label: 'Look at it', path: link } } });
    }
  }
}
