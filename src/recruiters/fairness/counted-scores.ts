import { Injectable } from '@nestjs/common';
import { endScopes } from '../../consent/index.js';
import { InvitedInterviews } from '../../interviews/index.js';
import { Database, inBatches, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { SurveyRepository } from './survey.repository.js';

const BATCH = 500;

/** Keeps the scores that are compared between groups: those that count now, and the count of those that are over. */
@Injectable()
export class CountedScores {
  constructor(
    private readonly survey: SurveyRepository,
    private readonly invited: InvitedInterviews,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** An interview has another score than before, or none any more. */
  async scored(interviewId: string): Promise<void> {
    await this.db.transaction((tx) => this.count(tx, interviewId));
  }

  /** Has the score count that an interview has now, as long as its results are there. */
  async count(tx: Tx, interviewId: string): Promise<void> {
    const invitationId = await this.survey.invitationOf(tx, interviewId);
    if (invitationId === null) return;
    const overall = (await this.invited.scores(tx, [interviewId])).get(interviewId)?.overall ?? null;
    if (overall === null) await this.survey.dropScore(tx, invitationId);
    else await this.survey.putScore(tx, invitationId, Math.trunc(Number(overall) * 1000), this.policy.periodOf('surveyTallies').iso);
  }

  /** Counts what has ended, and ends the consents that are for nothing any more. */
  async tend(): Promise<void> {
    await inBatches(BATCH, () => this.db.transaction(async (tx) => {
      const scopes = await this.survey.countEnded(tx, BATCH);
      await endScopes(tx, ['demographic_survey'], scopes, 'recruiters');
      return scopes.length;
    }));
    await this.survey.forgetTallies(this.db.alone);
  }
}
