import { Injectable } from '@nestjs/common';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { named } from '../organisations/named.js';
import { type Appeal, type Outcome } from './decision.js';
import { type DecidedAbout } from './decision.repository.js';

/** A decision, as it is told. */
interface Told {
  readonly id: string;
  readonly outcome: Outcome;
  readonly reason: string;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Tells both sides what was decided and what was asked: candidates by mail with the reasons, the organisation without a name. */
@Injectable()
export class DecisionNews {
  constructor(private readonly notifications: Notifications) {}

  /** A first decision, or one that was changed. */
  async decided(tx: Tx, about: DecidedAbout, decision: Told, days: number): Promise<void> {
    const title = decision.outcome === 'advance' ? 'You go on to the next step' : 'A decision about your interview';
    const ask = decision.outcome === 'advance' ? [] : [`If you think this is wrong, you can ask for another look. Somebody then reads your answers once more and answers you within ${days} days; it costs you nothing.`];
    await this.tellCandidate(tx, about, decision, title, [
      `${whoOf(about)} ${decision.outcome === 'advance' ? 'would like to go on with you' : 'does not go on with you'} for the job “${about.jobTitle}”. A person decided this, and no program.`,
      `The main reasons, in their words: ${decision.reason}`,
      ...ask,
    ]);
  }

  /** Somebody looked again. `byTheSame`: nobody else could. */
  async answered(tx: Tx, about: DecidedAbout, decision: Told, { before, byTheSame }: { before: Outcome; byTheSame: boolean }): Promise<void> {
    const title = decision.outcome === before ? 'Your decision was looked at again' : 'The decision about your interview was changed';
    await this.tellCandidate(tx, about, decision, title, [
      `You asked ${whoOf(about)} for another look at the decision about the job “${about.jobTitle}”. ${byTheSame ? 'The person who had decided looked again, because nobody else there could.' : 'Somebody other than the one who had decided looked at it.'} ${outcomeInWords(decision.outcome, before)}`,
      `The reasons, in their words: ${decision.reason}`,
    ]);
  }

  async asked(tx: Tx, deciders: readonly string[], { invitationId, jobTitle }: DecidedAbout, { id, dueAt }: Appeal): Promise<void> {
    const title = 'A candidate asks for another look';
    const body = `Somebody you decided about for “${jobTitle}” asks for another look at it. Somebody other than the one who decided answers by ${DAY.format(dueAt)}.`;
    for (const accountId of deciders) {
      await this.notifications.note(tx, { accountId, kind: 'recruiters.appeal_made', title, body, link: `/invitations/${invitationId}`, dedupe: id });
      await this.notifications.deliver(tx, {
        accountId, category: 'essential', mail: { template: 'appeal-made', dedupe: `${id} ${accountId}`, subject: title, heading: title, paragraphs: [body], action: { label: 'Read what they say', path: `/invitations/${invitationId}` } },
      });
    }
  }

  private async tellCandidate(tx: Tx, { candidateId, invitationId }: DecidedAbout, { id }: Told, title: string, paragraphs: string[]): Promise<void> {
    await this.notifications.note(tx, { accountId: candidateId, kind: 'recruiters.decided', title, body: 'The reasons stand on the page of your invitation.', link: `/invited/${invitationId}`, dedupe: id });
    await this.notifications.deliver(tx, {
      accountId: candidateId, category: 'essential', mail: { template: 'decision', dedupe: id, subject: title, heading: title, paragraphs, action: { label: 'Read it there', path: `/invited/${invitationId}` } },
    });
  }
}

function whoOf({ organisation, clientName }: DecidedAbout): string {
  return clientName === null ? named(organisation) : `${named(organisation)}, for its client ${clientName},`;
}

function outcomeInWords(outcome: Outcome, before: Outcome): string {
  if (outcome === before) return 'The decision stays as it is.';
  return outcome === 'advance' ? 'The decision was changed: they would like to go on with you.' : 'The decision was changed: they do not go on with you.';
}
