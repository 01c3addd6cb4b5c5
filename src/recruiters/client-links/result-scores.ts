import { Injectable } from '@nestjs/common';
import { type InvitedReport } from '../../interviews/index.js';
import { type Tx } from '../../platform/db/index.js';
import { OverrideRepository } from '../reviews/override.repository.js';
import { latestOf } from '../reviews/scorecard.js';
import { ScorecardRepository } from '../reviews/scorecard.repository.js';
import { standingScore, type StandingScore } from '../reviews/standing-score.js';

/** The one score that stands for an interview, whoever it is from. */
@Injectable()
export class ResultScores {
  constructor(
    private readonly cards: ScorecardRepository,
    private readonly overrides: OverrideRepository,
  ) {}

  async standing(tx: Tx, invitationId: string, report: InvitedReport): Promise<StandingScore | null> {
    return standingScore(report.overall?.shown ?? null, latestOf(await this.cards.of(tx, [invitationId])), await this.overrides.of(tx, [invitationId]));
  }
}
