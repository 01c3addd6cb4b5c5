import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { type Named, named } from '../organisations/named.js';

export interface ClientLinkNews {
  readonly id: string;
  readonly organisation: Named;
  readonly clientName: string;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly people: number;
  readonly token: string;
  readonly endsAt: Date;
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** The mail with a link for a client. It names nobody who was interviewed, and opening it counts nothing: the button on its page does. */
@Injectable()
export class ClientLinkMail {
  constructor(
    private readonly mails: MailOutbox,
    private readonly config: Config,
  ) {}

  async send(tx: Tx, { id, organisation, clientName, recipientName, recipientEmail, people, token, endsAt }: ClientLinkNews): Promise<void> {
    const subject = `${organisation.name} shares interview results with ${clientName}`;
    const body = await renderMail({
      subject,
      heading: 'Interview results for you',
      paragraphs: [
        `${recipientName}, ${named(organisation)} shares the results of ${people === 1 ? 'one interview' : `${people} interviews`} with you, for ${clientName}.`,
        `The link works until ${moment.format(endsAt)} UTC. It is for you alone: please do not pass it on. Each time somebody opens it is written down, and whoever is shown can read when.`,
        'Somebody can take back that they are shown, at any time. If you keep a copy of anything, you may be asked to delete it.',
      ],
      // A token stands behind the # so that it never reaches a server log.
      action: { label: 'Look at the results', url: `${this.config.settings.PUBLIC_URL}/shared#token=${token}` },
      footer: `You get this mail because ${organisation.name} entered this address at Viva Voce. If you do not know them, do nothing.`,
    });
    await this.mails.send(tx, { to: recipientEmail, template: 'client-link', dedupe: id, ...body });
  }
}
