import { Injectable } from '@nestjs/common';
import { Notifications } from '../../../notifications/index.js';
import { AuditLog } from '../../../platform/audit/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type ExactScore } from '../../scoring/rubric.js';
import { Counting, type PersonsWord } from '../counting.js';
import { noReason, noSuchScore } from '../evaluations.errors.js';
import { ReviewDesk, runsOf } from './review-desk.js';
import { ReviewRepository } from './review.repository.js';

const SUBJECT = 'A person has decided about your score';

/** People who decide about scores. Both evaluations stay beside what they decided. */
@Injectable()
export class ReviewDecisions {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly reviews: ReviewRepository,
    private readonly counting: Counting,
    private readonly notifications: Notifications,
    private readonly audit: AuditLog,
  ) {}

  /** Decides within `tx`. AppErrors `interviews.no_reason`, `interviews.review_not_open`, `interviews.review_decided`, `interviews.no_such_score`. */
  async decide(tx: Tx, operatorId: string, id: string, word: PersonsWord): Promise<ExactScore> {
    if (word.reason.trim() === '') throw noReason();
    const review = await this.desk.getTaken(tx, operatorId, id);
    if (!runsOf(review).includes(word.basedOn)) throw noSuchScore();
    const { candidateId, interviewId } = review;
    const overall = await this.counting.person(tx, interviewId, operatorId, word);
    await this.reviews.settle(tx, id);
    await this.notifications.note(tx, {
      accountId: candidateId, kind: 'interviews.review_done', title: SUBJECT, link: `/interviews/${interviewId}/report`, dedupe: id, body: 'Your report has the score, and why it was decided so.',
    });
    await this.notifications.deliver(tx, {
      accountId: candidateId, category: 'essential',
      mail: {
        template: 'review-done', dedupe: id, subject: SUBJECT, heading: SUBJECT, action: { label: 'Read the report', path: `/interviews/${interviewId}/report` },
        paragraphs: ['Your answers had come so close to the mark that no AI decided it alone. A person has read them and decided. Sign in to read the score, and why.'],
      },
    });
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'interviews.review_decided', subject: { kind: 'interview', id: interviewId }, detail: { changes: word.changes.length } });
    return overall;
  }
}
