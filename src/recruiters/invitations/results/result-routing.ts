import { Injectable } from '@nestjs/common';
import { DisclosureLog } from '../../../consent/index.js';
import { InvitedInterviews } from '../../../interviews/index.js';
import { Database, type Tx } from '../../../platform/db/index.js';
import { InvitationNotices } from '../mails/invitation-notices.js';
import { type HandedIn, RoutedResultRepository } from './routed-results.repository.js';

const BATCH = 500;

/** Brings what is handed in to the one organisation that asked for it, scored or not. */
@Injectable()
export class ResultRouting {
  constructor(
    private readonly results: RoutedResultRepository,
    private readonly interviews: InvitedInterviews,
    private readonly notices: InvitationNotices,
    private readonly disclosures: DisclosureLog,
    private readonly db: Database,
  ) {}

  /** Looks how far an interview is, and shares what has come to be shared. Harmless for one that nobody was invited to, and when it is done twice. True when it was handed in. */
  async route(tx: Tx, interviewId: string): Promise<boolean> {
    const progress = (await this.interviews.progress(tx, [interviewId])).get(interviewId);
    if (!progress?.submittedAt) return false;
    const opened = await this.results.open(tx, interviewId, progress.submittedAt);
    if (opened) await this.tell(tx, opened, progress.submittedAt);
    if (progress.scoredAt) await this.results.scored(tx, interviewId, progress.scoredAt);
    return true;
  }

  /** Finds what an event was lost of. */
  async catchUp(): Promise<void> {
    let after: string | null = null;
    do {
      const awaited: { interviewId: string }[] = await this.results.awaited(this.db.alone, after, BATCH);
      const progress = await this.interviews.progress(this.db.alone, awaited.map(({ interviewId }) => interviewId));
      for (const { interviewId, submittedAt } of progress.values()) if (submittedAt) await this.db.transaction((tx) => this.route(tx, interviewId));
      after = awaited.length === BATCH ? (awaited.at(-1)?.interviewId ?? null) : null;
    } while (after !== null);
  }

  private async tell(tx: Tx, { id, candidateId, organisationId, name, domain, isDomainVerified, clientName, templateId, jobTitle }: HandedIn, at: Date): Promise<void> {
    await this.disclosures.note(tx, {
      subjectId: candidateId, purpose: 'invited_result', recipientId: organisationId, recipientName: name, recipientDomain: domain, isDomainVerified, actorId: null, clientName, what: 'invited_result', fields: [], matter: id,
    });
    await this.notices.completed(tx, { id, organisationId, templateId, jobTitle, at });
  }
}
