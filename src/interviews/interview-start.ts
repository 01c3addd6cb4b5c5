import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { InterviewCredits } from './interview-credits.js';
import { InterviewPlanner, type InterviewWish } from './interview-planner.js';
import { InterviewViews } from './interview-views.js';
import { type InterviewView } from './interviews.dto.js';
import { QuestionWriters } from './question-writers.js';

const DAY = 86_400;

/** Where an interview begins: planned, put into words, and then stored in one piece. */
@Injectable()
export class InterviewStart {
  constructor(
    private readonly planner: InterviewPlanner,
    private readonly writers: QuestionWriters,
    private readonly views: InterviewViews,
    private readonly credits: InterviewCredits,
    private readonly limiter: RateLimiter,
    private readonly db: Database,
  ) {}

  /**
   * The words of an AI are waited for here, as long as `AiTimings.wording` says and no longer, and are not put in behind:
   * whoever sees a question can rely on it, and everything is ready before the first clock runs. AppErrors of the
   * planner, `payments.nothing_left`, 429 beyond the policy's `interviewsPerDay`.
   */
  async start(candidateId: string, wish: InterviewWish): Promise<InterviewView> {
    await this.limiter.take({ key: `interviews:${candidateId}`, limit: this.planner.perDay, seconds: DAY });
    const plan = await this.db.transaction(async (tx) => {
      await this.credits.mustBeThere(tx, candidateId);
      return this.planner.plan(tx, candidateId, wish);
    });
    const words = await this.writers.word({ candidateId, interviewId: plan.id, aiProcessing: wish.aiProcessing ?? false }, plan.questions, plan.occasion);
    return this.db.transaction(async (tx) => {
      const { id } = await this.planner.start(tx, candidateId, plan, words);
      await this.credits.use(tx, candidateId, id);
      return this.views.getMine(tx, candidateId, id);
    });
  }
}
