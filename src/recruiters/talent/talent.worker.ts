import { Injectable } from '@nestjs/common';
import { accountEvents } from '../../accounts/index.js';
import { profileChanged } from '../../candidates/index.js';
import { certificatePublished } from '../../certificates/index.js';
import { consentEnded } from '../../consent/index.js';
import { InterviewScores, interviewScored, resultsEndMoved } from '../../interviews/index.js';
import { Database } from '../../platform/db/index.js';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { type Purpose } from '../../platform/policy/index.js';
import { ListingDesk } from './listing-desk.js';
import { ListingRepository } from './listing.repository.js';
import { TalentContacts } from './talent-contacts.js';
import { forgetWords, refreshScores } from './talent.jobs.js';

/** Keeps what is listed true. */
@Injectable()
export class TalentWorker {
  constructor(
    private readonly desk: ListingDesk,
    private readonly listings: ListingRepository,
    private readonly contacts: TalentContacts,
    private readonly scores: InterviewScores,
    private readonly db: Database,
  ) {}

  @OnEvent(profileChanged)
  profileChanged({ accountId }: { accountId: string }): Promise<void> {
    return this.db.transaction((tx) => this.desk.refresh(tx, accountId));
  }

  @OnEvent(resultsEndMoved)
  resultsEndMoved({ accountId }: { accountId: string }): Promise<void> {
    return this.db.transaction((tx) => this.desk.refresh(tx, accountId));
  }

  @OnEvent(certificatePublished)
  certificatePublished({ accountId }: { accountId: string }): Promise<void> {
    return this.db.transaction((tx) => this.desk.refresh(tx, accountId));
  }

  /** The listing shows a certificate no longer than it is public; there may be another. */
  @OnEvent(consentEnded)
  consentEnded({ subjectId, purpose }: { subjectId: string; purpose: Purpose }): Promise<void> {
    return purpose === 'public_certificate' ? this.db.transaction((tx) => this.desk.refresh(tx, subjectId)) : Promise.resolve();
  }

  @OnEvent(interviewScored)
  interviewScored({ interviewId }: { interviewId: string }): Promise<void> {
    return this.db.transaction(async (tx) => {
      const accountId = await this.scores.candidateOf(tx, interviewId);
      if (accountId) await this.desk.refresh(tx, accountId);
    });
  }

  @OnEvent(accountEvents.identityChanged)
  identityChanged({ accountId }: { accountId: string }): Promise<void> {
    return this.db.transaction((tx) => this.contacts.refresh(tx, accountId));
  }

  @OnJob(refreshScores)
  refreshScores(): Promise<void> {
    return this.desk.refreshScores();
  }

  @OnJob(forgetWords)
  async forgetWords(): Promise<void> {
    await this.listings.forgetWords(this.db.alone);
  }
}
