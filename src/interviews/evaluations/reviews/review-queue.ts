import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../../accounts/index.js';
import { Notifications } from '../../../notifications/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type Interview } from '../../interview.entity.js';
import { InterviewRepository } from '../../interviews.repository.js';
import { ReviewRepository } from './review.repository.js';
import { type Run } from '../run.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Interviews about whose score a person decides. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly interviews: InterviewRepository,
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly policy: Policy,
  ) {}

  /** Adds one within `tx`, and tells its candidate and whoever runs this place. `second` is null when none could be had. */
  async add(tx: Tx, interview: Interview, first: Run, second: Run | null): Promise<void> {
    const { id, askedAt, dueAt } = await this.reviews.insert(tx, interview.id, { first: first.id, second: second?.id ?? null }, this.policy.values.limits.review.days);
    interview.awaitReview(askedAt, first);
    await this.interviews.save(tx, interview);
    await this.notifications.note(tx, {
      accountId: interview.candidateId, kind: 'interviews.in_review', title: 'A person decides about your score', link: `/interviews/${interview.id}/report`, dedupe: id,
      body: `Your answers came so close to the mark that no AI decides it alone. You have the score by ${DAY.format(dueAt)} (UTC).`,
    });
    const others = (await this.contacts.operators(tx)).filter((operator) => operator !== interview.candidateId);
    for (const accountId of others) {
      await this.notifications.note(tx, {
        accountId, kind: 'interviews.review_waiting', title: 'An interview waits for a person', link: '/operator/reviews', dedupe: id,
        body: `Its score is to be decided by ${DAY.format(dueAt)} (UTC).`,
      });
    }
  }
}
