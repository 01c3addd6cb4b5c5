import { Injectable } from '@nestjs/common';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { named } from '../organisations/named.js';
import { type Pay, payInWords, type Refusal } from './contact-request.js';
import { RequestSenderRepository } from './request-senders.repository.js';

/** What the person who is asked is told of a request. The message of the recruiter stays on the page. */
export interface RequestNews {
  readonly id: string;
  readonly candidateId: string;
  readonly organisationName: string;
  readonly organisationDomain: string;
  readonly isDomainVerified: boolean;
  readonly clientName: string | null;
  readonly jobTitle: string;
  readonly pay: Pay;
  readonly endsAt: Date;
}

/** Who sent a request, and about which job. */
export interface SentBy {
  readonly organisationId: string;
  readonly senderId: string | null;
  readonly jobTitle: string;
}

const reasons: Record<Refusal, string> = {
  role: 'the job is not what they look for', pay: 'of the pay', place: 'of the place', timing: 'of the time', company: 'of the company', other: 'of something else',
};

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Tells both sides of a request how it stands: the person inside the product and by mail, the recruiter inside the product. */
@Injectable()
export class ContactNotices {
  constructor(
    private readonly notifications: Notifications,
    private readonly senders: RequestSenderRepository,
  ) {}

  async asked(tx: Tx, news: RequestNews): Promise<void> {
    await this.tell(tx, news, 'recruiters.contact_asked', 'An organisation would like to talk to you', `${whoAsks(news)} asks whether you would talk about a job.`);
  }

  async reminded(tx: Tx, news: RequestNews): Promise<void> {
    await this.tell(tx, news, 'recruiters.contact_reminder', 'An organisation still waits for your answer', `${whoAsks(news)} asked whether you would talk about a job, and you have not answered yet.`);
  }

  async accepted(tx: Tx, { jobTitle, ...sender }: SentBy): Promise<void> {
    await this.tellSender(tx, sender, 'recruiters.contact_accepted', 'Somebody said yes', `Somebody you asked about “${jobTitle}” would like to talk. Their name and address stand beside the request. Write to them soon: candidates see how often you do.`);
  }

  async declined(tx: Tx, { jobTitle, ...sender }: SentBy, refusal: Refusal | null): Promise<void> {
    const because = refusal === null ? '' : ` They say it is because ${reasons[refusal]}.`;
    await this.tellSender(tx, sender, 'recruiters.contact_declined', 'Somebody said no', `Somebody you asked about “${jobTitle}” does not want to talk.${because}`);
  }

  async expired(tx: Tx, { jobTitle, ...sender }: SentBy): Promise<void> {
    await this.tellSender(tx, sender, 'recruiters.contact_expired', 'A request got no answer', `Nobody answered your request about “${jobTitle}” in time.`);
  }

  private async tell(tx: Tx, news: RequestNews, kind: string, title: string, said: string): Promise<void> {
    const until = `${moment.format(news.endsAt)} UTC`;
    await this.notifications.note(tx, { accountId: news.candidateId, kind, title, body: `${said} You can answer until ${until}.`, link: '/requests' });
    await this.notifications.deliver(tx, {
      accountId: news.candidateId,
      category: 'contact_requests',
      mail: {
        template: kind.replace('recruiters.', '').replaceAll('_', '-'),
        dedupe: news.id,
        subject: title,
        heading: title,
        paragraphs: [
          said,
          `The job: ${news.jobTitle}. The pay: ${payInWords(news.pay)}.`,
          `What you did not share with recruiters they learn only if you say yes. You can answer until ${until}; after that the request is over.`,
        ],
        action: { label: 'Read the request and answer', path: '/requests' },
      },
    });
  }

  private async tellSender(tx: Tx, sender: Omit<SentBy, 'jobTitle'>, kind: string, title: string, body: string): Promise<void> {
    for (const accountId of await this.senders.toTell(tx, sender)) await this.notifications.note(tx, { accountId, kind, title, body, link: '/contact-requests' });
  }
}

function whoAsks({ organisationName, organisationDomain, isDomainVerified, clientName }: RequestNews): string {
  const who = named({ name: organisationName, domain: organisationDomain, isDomainVerified });
  return clientName === null ? who : `${who}, for its client ${clientName},`;
}
