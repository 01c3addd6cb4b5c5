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
const TEMPLATE = 'legal-hold';

/** What somebody is told: here or where they can read the rest, and when they cannot sign in any more. */
interface Words {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly afterDeletion: readonly string[];
  /** Whether the rest stands in the privacy centre. */
  readonly isThere: boolean;
}

/** Tells people that something of theirs is kept: where they read the rest, or all of it when they cannot sign in any more, or when it is over. */
@Injectable()
export class HoldNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly mails: MailOutbox,
  ) {}

  async tell(tx: Tx, accountId: string, hold: LegalHold): Promise<void> {
    const { title, paragraphs, afterDeletion, isThere } = hold.endedAt === null ? whatIs(hold) : whatWas(hold, hold.endedAt);
    await this.notifications.note(tx, { accountId, kind: 'privacy.hold_placed', title, body: paragraphs.join(' '), ...(isThere ? { link: '/privacy' } : {}), dedupe: hold.id });
    const mail = { template: TEMPLATE, dedupe: hold.id, subject: title, heading: title, paragraphs: [...paragraphs], ...(isThere ? { action: { label: 'Read it', path: '/privacy' } } : {}) };
    if (await this.notifications.deliver(tx, { accountId, category: 'essential', mail })) return;
    const email = await this.contacts.addressAfterDeletion(tx, accountId);
    if (email === null) return;
    const closed = await renderMail({ subject: title, heading: title, paragraphs: [...afterDeletion], footer: CLOSED_FOOTER });
    // It goes out though the account be purged before it has.
    await this.mails.send(tx, { to: email, template: TEMPLATE, dedupe: hold.id, ...closed });
  }
}

const whatIs = ({ ground, reason, holdsUntil }: LegalHold): Words => ({
  title: TITLE, paragraphs: [`${BODY} ${READ_IT}`], isThere: true,
  afterDeletion: [BODY, `The ground: ${ground}`, reason ?? '', `It is kept until ${dayInUtc(holdsUntil)}, and then deleted.`],
});

/** Of one that they may know of only now that it is over: it stands nowhere else any more. */
function whatWas({ ground, placedAt }: LegalHold, endedAt: Date): Words {
  const said = [`A law, a tax office or a dispute asked us to keep it from ${dayInUtc(placedAt)} until ${dayInUtc(endedAt)}, and a law forbade us to tell you before today. The copy is deleted.`, `The ground: ${ground}`];
  return { title: 'A copy of data of yours was kept by a legal hold', paragraphs: said, afterDeletion: said, isThere: false };
}
