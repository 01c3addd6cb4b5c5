import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Notifications } from '../../notifications/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { named } from '../organisations/named.js';
import { type AskedHolder, type Deletable, DeletionRepository } from './deletion.repository.js';

/** What a mail to somebody with a copy says of the request. */
export type Asked = Pick<AskedHolder, 'id' | 'candidateId' | 'memberId' | 'recipientName' | 'recipientEmail' | 'organisationName' | 'domain' | 'isDomainVerified' | 'jobTitle' | 'how' | 'askedAt' | 'dueAt'>;

const files: Readonly<Record<string, string>> = { csv: 'a table (CSV)', pdf: 'a PDF' };
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Asks those who have a copy of a deleted interview to delete it and to say so. */
@Injectable()
export class DeletionMails {
  constructor(
    private readonly deletions: DeletionRepository,
    private readonly notifications: Notifications,
    private readonly mails: MailOutbox,
    private readonly contacts: AccountContacts,
    private readonly config: Config,
  ) {}

  /** The first time, or as the one reminder. */
  async ask(tx: Tx, asked: Asked, token: string, isReminder: boolean): Promise<void> {
    const { id, memberId, recipientName, recipientEmail } = asked;
    const template = isReminder ? 'deletion-reminder' : 'deletion-asked';
    const subject = isReminder ? 'Please say that your copy of an interview is deleted' : 'Please delete your copy of an interview';
    const content = { subject, heading: subject, paragraphs: await this.says(tx, asked, isReminder) };
    const action = { label: 'Say that it is deleted', path: `/copies-deleted#token=${token}` };
    if (memberId !== null) {
      await this.notifications.deliver(tx, { accountId: memberId, category: 'essential', mail: { template, dedupe: id, ...content, action } });
      return;
    }
    if (recipientEmail === null) return;
    const paragraphs = recipientName === null ? content.paragraphs : [`${recipientName},`, ...content.paragraphs];
    const body = await renderMail({
      ...content, paragraphs, action: { label: action.label, url: `${this.config.settings.PUBLIC_URL}${action.path}` },
      footer: `You get this mail because ${asked.organisationName} showed you results of an interview at Viva Voce. Your address is deleted there once you have answered.`,
    });
    await this.mails.send(tx, { to: recipientEmail, template, dedupe: id, ...body });
  }

  /** Those who decide for the organisation learn what is due, and not about whom: that stands in the mails to those with copies. */
  async tellOwners(tx: Tx, { organisationId, jobTitle }: Deletable, { id, dueAt, holders }: { id: string; dueAt: Date; holders: number }): Promise<void> {
    const copies = holders === 0 ? 'Nobody had made a copy: there is nothing left to do.' : `${holders === 1 ? 'One person has' : `${holders} people have`} a copy and was asked by mail to delete it by ${day.format(dueAt)}.`;
    for (const accountId of await this.deletions.owners(tx, organisationId)) {
      await this.notifications.note(tx, { accountId, kind: 'recruiters.deletion_asked', title: 'Somebody asked you to delete their interview', body: `It was for “${jobTitle}”, and nothing of it can be read here any more. ${copies}`, link: '/hiring/deletions', dedupe: id });
    }
  }

  async tellDone(tx: Tx, { deletionId, candidateId, organisationName, jobTitle }: Pick<AskedHolder, 'deletionId' | 'candidateId' | 'organisationName' | 'jobTitle'>): Promise<void> {
    if (candidateId === null) return;
    await this.notifications.note(tx, { accountId: candidateId, kind: 'recruiters.copies_deleted', title: 'Every copy of your interview is deleted', body: `Everybody who had a copy of your interview with ${organisationName} (“${jobTitle}”) says that it is deleted.`, link: '/invited', dedupe: deletionId });
  }

  private async says(tx: Tx, asked: Asked, isReminder: boolean): Promise<string[]> {
    const { candidateId, jobTitle, askedAt, dueAt } = asked;
    const who = (candidateId && (await this.contacts.nameOf(tx, candidateId))) ?? 'Somebody';
    return [
      `${who} asked ${named({ ...asked, name: asked.organisationName })} to delete their interview for “${jobTitle}”. Nothing of it can be read at Viva Voce any more.`,
      `${whatThereIs(asked)} Delete every copy by ${day.format(dueAt)}, also those you passed on, in print, and in mails.`,
      isReminder
        // Whose account is gone by now has no name here any more.
        ? `We asked you before, on ${day.format(askedAt)}, in a mail that says whose interview it is, and have not heard from you. This is the only reminder.`
        : 'When you have done so, say it with the button below. It is written down for whoever asked.',
    ];
  }
}

/** Somebody of the organisation may be asked in the place of a colleague, or of a client whose address is gone. */
function whatThereIs({ memberId, how }: Pick<Asked, 'memberId' | 'how'>): string {
  const made = how.flatMap((way) => files[way] ?? []).join(' and ');
  const has = memberId === null ? 'You have' : 'You have, or somebody who left had,';
  const shown = memberId === null ? 'A link showed you their results.' : 'A link showed their results to a client whom we can no longer write to: please pass this on.';
  return [...(made === '' ? [] : [`${has} ${made} with their results.`]), ...(how.includes('link') ? [shown] : [])].join(' ');
}
