import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';

/** A score that somebody put in the place of another. */
export interface Override {
  readonly id: string;
  readonly invitationId: string;
  /** Null once they are erased. */
  readonly authorId: string | null;
  /** 0 to 10 with two places. */
  readonly overall: string;
  readonly reason: string;
  /** What the evaluation said then, as it was shown; null when there was none. */
  readonly insteadOf: string | null;
  readonly madeAt: Date;
}

/** Statements about overridden scores. */
@Injectable()
export class OverrideRepository {
  /** The newest of each invitation first: that one counts. */
  of(tx: Tx, invitationIds: readonly string[]): Promise<Override[]> {
    return tx.query<Override[]>(
      `select id, invitation_id as "invitationId", author_id as "authorId", overall::text, reason, instead_of as "insteadOf", made_at as "madeAt"
       from recruiters.score_override where invitation_id = any ($1::uuid[]) order by made_at desc, id desc`,
      [invitationIds],
    );
  }

  async insert(tx: Tx, { invitationId, authorId, overall, reason, insteadOf }: Omit<Override, 'id' | 'madeAt'>): Promise<void> {
    await tx.query('insert into recruiters.score_override (id, invitation_id, author_id, overall, reason, instead_of) values ($1, $2, $3, $4, $5, $6)', [newId(), invitationId, authorId, overall, reason, insteadOf]);
  }
}
