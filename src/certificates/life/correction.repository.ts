import { Injectable } from '@nestjs/common';
import { newId, newToken } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Certificate } from '../issuing/certificate.entity.js';

/** Statements about certificates that come in the place of others. */
@Injectable()
export class CorrectionRepository {
  /** The one that is begun, or has come, in the place of another; null without one. */
  of(tx: Tx, replaces: string): Promise<Certificate | null> {
    return tx.findOneBy(Certificate, { replaces });
  }

  /** Begins one, or goes on with the one that was begun, for so many days. It has no interview before it takes the place of the other, and ends with it. */
  async begin(tx: Tx, { id, candidateId, validUntil }: Certificate, days: number): Promise<Certificate> {
    await tx.query(
      `insert into certificates.certificate as c (id, slug, candidate_id, replaces, valid_until, expires_at) values ($1, $2, $3, $4, $5, least($5, clock.now() + make_interval(days => $6)))
       on conflict (replaces) do update set expires_at = excluded.expires_at where c.state = 'draft'`,
      [newId(), newToken(), candidateId, id, validUntil, days],
    );
    return tx.findOneByOrFail(Certificate, { replaces: id });
  }

  /** The interview of the one it corrects is its own from now on, unless another certificate has been earned with that meanwhile. */
  async takeInterview(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update certificates.certificate c set interview_id = o.interview_id from certificates.certificate o
       where c.id = $1 and o.id = c.replaces and not exists (select from certificates.certificate x where x.interview_id = o.interview_id and x.replaced_at is null)`,
      [id],
    );
  }
}
