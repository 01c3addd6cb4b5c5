import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../../platform/http/index.js';
import { Comparisons } from './comparisons.js';
import { comparisonQuery, comparisonView, type ComparisonView, evaluatorsView, type EvaluatorsView, readingBody, type ReadingBody, type SideBySide, sideBySideView } from '../evaluations.dto.js';
import { StaffReading } from '../staff-reading.js';

/** Evaluators beside each other. */
@Controller('api/operations/evaluations')
export class EvaluationsController {
  constructor(
    private readonly comparisons: Comparisons,
    private readonly reading: StaffReading,
    private readonly db: Database,
  ) {}

  @Get()
  @For('operator')
  @View(evaluatorsView)
  evaluatorsKnown(): Promise<EvaluatorsView> {
    return this.comparisons.evaluatorsKnown(this.db.alone);
  }

  @Get('comparison')
  @For('operator')
  @View(comparisonView)
  compareEvaluators(@Query({ schema: comparisonQuery }) { first, second }: { first: string; second: string }): Promise<ComparisonView> {
    return this.comparisons.compare(this.db.alone, first, second);
  }

  /** Opens one interview, for a reason that its candidate reads. */
  @Post('readings')
  @For('operator')
  @HttpCode(200)
  @View(sideBySideView)
  readInterview(@Me() actor: Actor, @Body({ schema: readingBody }) { interviewId, runs, reason }: ReadingBody): Promise<SideBySide> {
    return this.db.transaction((tx) => this.reading.open(tx, actor.id, interviewId, runs, reason));
  }
}
