import { type Provider, type Type } from '@nestjs/common';
import { Adoption } from './rescorings/adoption.js';
import { AnswerJudging } from './answer-judging.js';
import { Comparisons } from './comparisons/comparisons.js';
import { Counting } from './counting.js';
import { Doubts } from './doubts.js';
import { EvaluationsController } from './comparisons/evaluations.controller.js';
import { EvaluationsWorker } from './evaluations.worker.js';
import { OverdueScores } from './overdue-scores.js';
import { Rescorer } from './rescorings/rescorer.js';
import { RescoringChoice } from './rescorings/rescoring-choice.js';
import { RescoringRepository } from './rescorings/rescoring.repository.js';
import { Rescorings } from './rescorings/rescorings.js';
import { RescoringsController } from './rescorings/rescorings.controller.js';
import { ReviewDecisions } from './reviews/review-decisions.js';
import { ReviewDesk } from './reviews/review-desk.js';
import { ReviewQueue } from './reviews/review-queue.js';
import { ReviewRepository } from './reviews/review.repository.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { RunChoice } from './run-choice.js';
import { RunRepository } from './run.repository.js';
import { StaffReading } from './staff-reading.js';
import { Verdicts } from './verdicts.js';

/** What the module of interviews has of this folder. */
export const evaluationsControllers: Type[] = [ReviewsController, RescoringsController, EvaluationsController];
export const evaluationsProviders: Provider[] = [
  Adoption, AnswerJudging, Comparisons, Counting, Doubts, EvaluationsWorker, OverdueScores, Rescorer, RescoringChoice, RescoringRepository, Rescorings, ReviewDecisions, ReviewDesk, ReviewQueue,
  ReviewRepository, RunChoice, RunRepository, StaffReading, Verdicts,
];
