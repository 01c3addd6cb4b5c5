import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { dayInUtc } from '../day-in-utc.js';
import { type LegalHold } from './legal-hold.repository.js';

const TITLE = 'A copy of data of yours is kept by a legal hold';
const BODY = 'A law, a tax office or a dispute asks us to keep it for a while, also when its time here is over or you delete your account.';
const READ_IT = 'Your privacy centre says what is kept, on which ground and until when.';
const CLOSED_FOOTER = 'You get this mail because it is about the data of an account at Viva Voce that you deleted.';

/** Tells people that something of theirs is kept: where they read the rest, or all of it when they cannot sign in any more. */
@Injectable()
export class HoldNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly mails: MailOutbox,
  ) {}

  async tell(tx: Tx, accountId: string, { id, ground, reason, holdsUntil }: LegalHold): Promise<void> {
    const body = `${BODY} ${READ_IT}`;
    await this.notifications.note(tx, { accountId, kind: 'privacy.hold_placed', title: TITLE, body, link: '/privacy', dedupe: id });
    const mail = { template: 'legal-hold', dedupe: id, subject: TITLE, heading: TITLE, paragraphs: [body], action: { label: 'Read it', path: '/privacy' } };
    if (await this.notifications.deliver(tx, { accountId, category: 'essential', mail })) return;
    const email = await this.contacts.addressAfterDeletion(tx, accountId);
    if (email === null) return;
    const paragraphs = [BODY, `The ground: ${ground}`, reason ?? '', `It is kept until ${dayInUtc(holdsUntil)}, and then deleted.`];
    const closed = await renderMail({ subject: TITLE, heading: TITLE, paragraphs, footer: CLOSED_FOOTER });
    await this.mails.send(tx, { to: email, account: accountId, template: 'legal-hold', dedupe: id, ...closed });
  }
}
