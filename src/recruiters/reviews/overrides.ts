import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { type Override, OverrideRepository } from './override.repository.js';
import { rateFirst } from './reviews.errors.js';

/** What somebody says an interview deserves, and why. */
export interface OverrideWish {
  /** 0 to 10 with two places. */
  readonly overall: string;
  readonly reason: string;
}

/** What a score is put in the place of. */
export interface Overridden {
  readonly invitationId: string;
  /** The evaluator's overall score. */
  readonly insteadOf: string | null;
  /** The override that stands now. */
  readonly newest: Override | undefined;
  /** The score is kept from the caller until they have rated. */
  readonly isHidden: boolean;
}

/** Scores that people put in the place of the one that stands there. The other one stays, and both are shown. */
@Injectable()
export class Overrides {
  constructor(
    private readonly overrides: OverrideRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The same sent again changes nothing. AppError `recruiters.rate_first`. */
  async make(tx: Tx, { accountId }: Seat, { invitationId, insteadOf, newest, isHidden }: Overridden, wish: OverrideWish): Promise<void> {
    if (isHidden) throw rateFirst();
    // Sent twice over a bad line.
    if (newest?.authorId === accountId && Number(newest.overall) === Number(wish.overall) && newest.reason === wish.reason) return;
    await this.overrides.insert(tx, { invitationId, authorId: accountId, insteadOf, ...wish });
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.score_overridden', subject: { kind: 'invitation', id: invitationId } });
  }
}
