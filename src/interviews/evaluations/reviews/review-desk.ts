import { Injectable } from '@nestjs/common';
import { notFound } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { QuestionBank } from '../../bank/question-bank.js';
import { levelTitle } from '../../level-title.js';
import { type ReviewsView, type ReviewView } from '../evaluations.dto.js';
import { ownReview, reviewDecided, reviewHeld, reviewNotOpen } from '../evaluations.errors.js';
import { type Review, type ReviewLine, ReviewRepository } from './review.repository.js';
import { StaffReading } from '../staff-reading.js';

const PAGE = 50;

/** Where somebody who runs this place finds what waits for a person, and takes one of it. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly reading: StaffReading,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
  ) {}

  /** A page: what waits, or what was decided. `next` is the `after` of the page that follows. */
  async list(tx: Tx, operatorId: string, state: 'open' | 'decided', after: string | null): Promise<ReviewsView> {
    const lines = await this.reviews.list(tx, operatorId, { decided: state === 'decided', after, limit: PAGE + 1 });
    const page = lines.slice(0, PAGE);
    return { reviews: page.map((line) => this.line(line)), next: lines.length > PAGE ? (page.at(-1)?.id ?? null) : null };
  }

  /** Takes a review for half an hour, so that nobody else decides meanwhile. AppErrors `interviews.no_reason`, `interviews.review_held`, `interviews.review_decided`, `interviews.own_review`. */
  async open(tx: Tx, operatorId: string, id: string, reason: string): Promise<ReviewView> {
    const review = await this.getLocked(tx, operatorId, id);
    if (review.decidedAt) throw reviewDecided();
    if (review.heldUntil && !review.isTakenByMe) throw reviewHeld(review.heldUntil);
    const heldUntil = await this.reviews.hold(tx, id, operatorId);
    const shown = await this.reading.open(tx, operatorId, review.interviewId, runsOf(review), reason);
    return { id, dueAt: review.dueAt.toISOString(), heldUntil: heldUntil.toISOString(), mark: this.policy.values.certificate.scoreAbove, shown };
  }

  /** What whoever has it open reads; AppError `interviews.review_not_open` for everybody else. */
  async read(tx: Tx, operatorId: string, id: string): Promise<ReviewView> {
    const { heldUntil, ...review } = await this.getTaken(tx, operatorId, id);
    if (!heldUntil) throw reviewNotOpen();
    const shown = await this.reading.read(tx, review.interviewId, runsOf(review));
    return { id, dueAt: review.dueAt.toISOString(), heldUntil: heldUntil.toISOString(), mark: this.policy.values.certificate.scoreAbove, shown };
  }

  /** Others may take it again. Does nothing unless the caller has it open. */
  async putBack(tx: Tx, operatorId: string, id: string): Promise<void> {
    if ((await this.getLocked(tx, operatorId, id)).isTakenByMe) await this.reviews.letGo(tx, id);
  }

  /** The review that the caller was the last to open, locked: whoever thinks longer may still decide unless somebody else took it. AppErrors `not_found`, `interviews.review_decided`, `interviews.review_not_open`. */
  async getTaken(tx: Tx, operatorId: string, id: string): Promise<Review> {
    const review = await this.getLocked(tx, operatorId, id);
    if (review.decidedAt) throw reviewDecided();
    if (!review.isTakenByMe) throw reviewNotOpen();
    return review;
  }

  private async getLocked(tx: Tx, operatorId: string, id: string): Promise<Review> {
    const review = await this.reviews.lock(tx, id, operatorId);
    if (!review) throw notFound();
    if (review.candidateId === operatorId) throw ownReview();
    return review;
  }

  private line({ roleId, levelId, askedAt, dueAt, heldUntil, decidedAt, ...line }: ReviewLine): ReviewsView['reviews'][number] {
    return {
      ...line, roleTitle: this.bank.role(roleId)?.title ?? 'Questions for any role', levelTitle: levelTitle(levelId), askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(),
      heldUntil: heldUntil?.toISOString() ?? null, decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}

/** The first evaluation and, where there is one, the second. */
export function runsOf({ firstRun, secondRun }: Pick<Review, 'firstRun' | 'secondRun'>): string[] {
  return secondRun === null ? [firstRun] : [firstRun, secondRun];
}
