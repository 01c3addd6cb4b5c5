import { Injectable } from '@nestjs/common';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { dayInUtc } from '../day-in-utc.js';

/** Says that the copy of somebody's data is ready; it is fetched after signing in, never from the mail. */
@Injectable()
export class ExportReadyMail {
  constructor(private readonly notifications: Notifications) {}

  async send(tx: Tx, exportId: string, accountId: string, expiresAt: Date): Promise<void> {
    const title = 'The copy of your data is ready';
    const until = `You can download it until ${dayInUtc(expiresAt)}; then it is deleted.`;
    await this.notifications.note(tx, { accountId, kind: 'privacy.export_ready', title, body: until, link: '/privacy/export' });
    await this.notifications.deliver(tx, {
      accountId,
      category: 'essential',
      mail: {
        template: 'data-export-ready',
        dedupe: exportId,
        subject: title,
        heading: title,
        paragraphs: [
          `You asked for a copy of your data. ${until}`,
          'We ask you once more who you are before we hand it out. If you did not ask for a copy, somebody may be signed in as you: end every sign-in in your settings, and change your password if you have one.',
        ],
        action: { label: 'Download my data', path: '/privacy/export' },
      },
    });
  }
}
