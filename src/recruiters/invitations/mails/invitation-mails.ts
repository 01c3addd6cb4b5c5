import { Injectable } from '@nestjs/common';
import { InvitedInterviews } from '../../../interviews/index.js';
import { hashToken, newId, newToken } from '../../../kernel/index.js';
import { Config } from '../../../platform/config/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type MailContent, MailOutbox, type OutgoingMail, renderMail } from '../../../platform/mail/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { aiOffered } from '../../templates/ai-offered.js';
import { minutesFor } from '../invitation.js';
import { anewWords, footerWords, type Invited, invitationWords, movedWords, reminderWords, revokedWords } from './invitation-words.js';
import { type MailFacts, MailFactsRepository } from './mail-facts.repository.js';

type Words = ReturnType<typeof invitationWords>;

/** Mails to people who were invited. Each brings a link of its own, whose page acts on a press only: a mail scanner that opens it changes nothing. */
@Injectable()
export class InvitationMails {
  constructor(
    private readonly facts: MailFactsRepository,
    private readonly mails: MailOutbox,
    private readonly interviews: InvitedInterviews,
    private readonly config: Config,
    private readonly policy: Policy,
  ) {}

  /** The first mail of each of these invitations. */
  async invite(tx: Tx, ids: readonly string[]): Promise<void> {
    await this.sendAll(tx, ids, 'interview-invitation', ({ id }) => id, invitationWords);
  }

  /** The invitation once more, under a link of its own; those before work no more. `isAnew`: to somebody who had begun. */
  async inviteAgain(tx: Tx, id: string, isAnew: boolean): Promise<void> {
    await this.facts.dropLinks(tx, id);
    await this.sendAll(tx, [id], 'interview-invitation', () => newId(), isAnew ? anewWords : invitationWords);
  }

  /** Once for each deadline that an invitation is given. */
  async remind(tx: Tx, ids: readonly string[], isLast: boolean): Promise<void> {
    const template = isLast ? 'interview-last-reminder' : 'interview-reminder';
    await this.sendAll(tx, ids, template, ({ id, deadlineAt }) => `${id} ${deadlineAt.toISOString()}`, (invited) => reminderWords(invited, isLast));
  }

  async deadlineMoved(tx: Tx, id: string): Promise<void> {
    await this.sendAll(tx, [id], 'interview-deadline-moved', () => newId(), movedWords);
  }

  /** Without a link: there is nothing to open. */
  async revoked(tx: Tx, id: string, hasBegun: boolean): Promise<void> {
    for (const facts of await this.facts.of(tx, [id])) await this.mails.send(tx, await this.mailOf(facts, 'interview-invitation-revoked', newId(), revokedWords({ ...this.invited(facts), hasBegun }), null));
  }

  /** The first mail as somebody with this name would read it; its link is nobody's. */
  async preview(facts: Omit<MailFacts, 'id' | 'email' | 'candidateId'>): Promise<{ subject: string; text: string }> {
    const { subject, text } = await renderMail(this.written(invitationWords(this.invited(facts)), facts, '…'));
    return { subject, text };
  }

  private async sendAll(tx: Tx, ids: readonly string[], template: string, matter: (facts: MailFacts) => string, words: (invited: Invited) => Words): Promise<void> {
    const all = (await this.facts.of(tx, ids)).map((facts) => ({ facts, token: newToken() }));
    await this.facts.addLinks(tx, all.map(({ facts, token }) => ({ id: facts.id, tokenHash: hashToken(token) })));
    const mails = await Promise.all(all.map(({ facts, token }) => this.mailOf(facts, template, matter(facts), words(this.invited(facts)), token)));
    for (const mail of mails) await this.mails.send(tx, mail);
  }

  private async mailOf(facts: MailFacts, template: string, dedupe: string, words: Words, token: string | null): Promise<OutgoingMail> {
    const account = facts.candidateId === null ? {} : { account: facts.candidateId };
    return { to: facts.email, template, dedupe, ...account, ...(await renderMail(this.written(words, facts, token))) };
  }

  private written({ label, ...words }: Words, facts: Parameters<InvitationMails['preview']>[0], token: string | null): MailContent {
    const site = this.config.settings.PUBLIC_URL;
    return {
      ...words,
      footer: footerWords(this.invited(facts), `${site}/ai-notice/${facts.versionId}`),
      // A token stands behind the # so that it never reaches a server log.
      ...(label === null || token === null ? {} : { action: { label, url: `${site}/interview#token=${token}` } }),
    };
  }

  private invited(facts: Parameters<InvitationMails['preview']>[0]): Invited {
    const questions = this.interviews.describe(facts.content.questions);
    return { ...facts, questionCount: questions.length, minutes: minutesFor(questions), ai: aiOffered(facts.content, { invitedAt: facts.invitedAt, now: facts.seenAt, until: facts.deadlineAt }), keptFor: this.policy.keeps('invitedResults'), addressKeptFor: this.policy.keeps('invitations') };
  }
}
