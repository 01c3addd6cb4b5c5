import { Injectable } from '@nestjs/common';
import { DisclosureLog } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { BlockedRequests } from '../contacts/blocked-requests.js';
import { ProfileViews } from '../profiles/profile-views.js';
import { ShortlistEntryRepository } from '../shortlists/shortlist-entries.repository.js';
import { WithdrawalNotes } from '../shortlists/withdrawal-notes.js';

/** Organisations that know somebody and are hidden from by them. To each it looks as if the person could be found by nobody any more. */
@Injectable()
export class HiddenOrganisations {
  constructor(
    private readonly disclosures: DisclosureLog,
    private readonly requests: BlockedRequests,
    private readonly entries: ShortlistEntryRepository,
    private readonly views: ProfileViews,
    private readonly notes: WithdrawalNotes,
  ) {}

  /** Those at this moment. */
  async of(tx: Tx, candidateId: string): Promise<ReadonlySet<string>> {
    const hidden = new Set<string>();
    for (const organisationId of new Set([...(await this.disclosures.shownTo(tx, candidateId, 'discovery')), ...(await this.entries.organisationsWith(tx, candidateId))])) {
      if (await this.requests.isBlocked(tx, candidateId, organisationId)) hidden.add(organisationId);
    }
    return hidden;
  }

  /** Ends what a withdrawal would end for those that are not among `before`, and tells them what it would tell. */
  async end(tx: Tx, candidateId: string, before: ReadonlySet<string>): Promise<void> {
    await this.requests.end(tx, candidateId);
    for (const organisationId of await this.of(tx, candidateId)) {
      if (before.has(organisationId)) continue;
      await this.entries.sever(tx, organisationId, candidateId);
      await this.views.forget(tx, organisationId, candidateId);
      await this.notes.tellHidden(tx, candidateId, organisationId);
    }
  }
}
