import { Injectable } from '@nestjs/common';
import { DisclosureLog } from '../../consent/index.js';
import { AppError } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Comparison } from '../comparisons/comparison.js';
import { type ComparisonRow } from '../comparisons/comparison-row.js';
import { Seats } from '../organisations/seats.js';
import { type CopyKind, CopyRepository } from './copy.repository.js';

/** The rows of a file, each in a transaction of its own: read, and written down for the person in it. */
@Injectable()
export class CopiedRows {
  constructor(
    private readonly comparison: Comparison,
    private readonly copies: CopyRepository,
    private readonly disclosures: DisclosureLog,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** What may be in a file at this moment, as far as the caller may see it; null for whoever may not be in it. AppErrors of `Seats.searching`. */
  async take(accountId: string, templateId: string, invitationId: string, how: CopyKind): Promise<ComparisonRow | null> {
    try {
      return await this.db.transaction(async (tx) => {
        const seat = await this.seats.searching(tx, accountId);
        const { row, reviewed, consented } = await this.comparison.one(tx, seat, invitationId);
        if (reviewed.templateId !== templateId) return null;
        await this.copies.add(tx, invitationId, accountId, how);
        await this.disclosures.note(tx, {
          subjectId: consented.subjectId, purpose: 'invited_result', what: 'invited_export', fields: row.standing === null ? ['name', 'email'] : ['name', 'email', 'scores'], actorId: accountId,
          clientName: row.clientName, matter: invitationId, recipientId: seat.organisationId, recipientName: seat.organisationName, recipientDomain: seat.domain, isDomainVerified: seat.isDomainVerified,
        });
        return row;
      });
    } catch (fault) {
      if (fault instanceof AppError && fault.status === 404) return null;
      throw fault;
    }
  }
}
