import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../../platform/http/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { isAbove, showScore } from '../../scoring/rubric.js';
import { decisionBody, type DecisionBody, decisionView, type DecisionView, openingBody, reviewsQuery, type ReviewsQuery, reviewsView, type ReviewsView, reviewView, type ReviewView } from '../evaluations.dto.js';
import { ReviewDecisions } from './review-decisions.js';
import { ReviewDesk } from './review-desk.js';

/** Interviews about whose score a person decides. */
@Controller('api/operations/reviews')
export class ReviewsController {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly decisions: ReviewDecisions,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @Get()
  @For('operator')
  @View(reviewsView)
  reviews(@Me() actor: Actor, @Query({ schema: reviewsQuery }) { state, after }: ReviewsQuery): Promise<ReviewsView> {
    return this.desk.list(this.db.alone, actor.id, state, after ?? null);
  }

  /** Takes one, for a reason that its candidate reads. */
  @Post(':id/opening')
  @For('operator')
  @HttpCode(200)
  @View(reviewView)
  openReview(@Me() actor: Actor, @Id() id: string, @Body({ schema: openingBody }) { reason }: { reason: string }): Promise<ReviewView> {
    return this.db.transaction((tx) => this.desk.open(tx, actor.id, id, reason));
  }

  /** For whoever has it open. */
  @Get(':id')
  @For('operator')
  @View(reviewView)
  review(@Me() actor: Actor, @Id() id: string): Promise<ReviewView> {
    return this.db.transaction((tx) => this.desk.read(tx, actor.id, id));
  }

  @Delete(':id/opening')
  @For('operator')
  @HttpCode(204)
  async putReviewBack(@Me() actor: Actor, @Id() id: string): Promise<void> {
    await this.db.transaction((tx) => this.desk.putBack(tx, actor.id, id));
  }

  @Post(':id/decision')
  @For('operator')
  @HttpCode(200)
  @View(decisionView)
  async decideReview(@Me() actor: Actor, @Id() id: string, @Body({ schema: decisionBody }) word: DecisionBody): Promise<DecisionView> {
    const overall = await this.db.transaction((tx) => this.decisions.decide(tx, actor.id, id, word));
    const mark = this.policy.values.certificate.scoreAbove;
    return { shown: showScore(overall, mark), aboveThreshold: isAbove(overall, mark) };
  }
}
