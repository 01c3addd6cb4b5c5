import { Controller, Get, Query } from '@nestjs/common';
import { InterviewScores } from '../../interviews/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Seats } from '../organisations/seats.js';
import { Comparison } from './comparison.js';
import { agreementView, type AgreementView, asAgreement, asComparison, comparisonQuery, type ComparisonQuery, comparisonView, type ComparisonView } from './comparisons.dto.js';
import { RaterAgreement } from './rater-agreement.js';

/** Those who were interviewed for one job beside each other, and how alike they were rated. */
@Controller('api/templates/:id')
export class ComparisonsController {
  constructor(
    private readonly comparison: Comparison,
    private readonly agreement: RaterAgreement,
    private readonly scores: InterviewScores,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** The newest 500 interviews that can be read. Whose scores are shown is written down for them. */
  @Get('comparison')
  @For('recruiter')
  @View(comparisonView)
  compareCandidates(@Me() actor: Actor, @Id() id: string, @Query({ schema: comparisonQuery }) ask: ComparisonQuery): Promise<ComparisonView> {
    return this.db.transaction(async (tx) => {
      const compared = await this.comparison.rows(tx, await this.seats.searching(tx, actor.id), id, ask);
      return asComparison(compared, (competency) => this.scores.competencyTitle(competency));
    });
  }

  @Get('agreement')
  @For('recruiter')
  @View(agreementView)
  raterAgreement(@Me() actor: Actor, @Id() id: string): Promise<AgreementView> {
    return this.db.transaction(async (tx) => asAgreement(await this.agreement.of(tx, await this.seats.searching(tx, actor.id), id)));
  }
}
