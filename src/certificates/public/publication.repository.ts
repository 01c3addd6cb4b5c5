import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { isId, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type CertificateFacts } from '../facts.js';

export const allowable = ['draft', 'under_way', 'issued', 'over'] as const;
/** How far a certificate is, for whoever wants to allow something for it. */
export type Allowable = (typeof allowable)[number];

/** Who may see a certificate: a row as long as its owner lets anybody with the link. */
@Injectable()
export class PublicationRepository {
  /** Holds one's own certificate, so that it is neither issued nor ended meanwhile; 404 for anything else. */
  async holdMine(tx: Tx, candidateId: string, certificateId: string): Promise<Allowable> {
    const [row] = await tx.query<{ state: Allowable }[]>(
      `select case when state = 'draft' and expires_at > clock.now() then 'draft' when state in ('in_check', 'issuing') then 'under_way'
                   when state = 'issued' and valid_until > clock.now() then 'issued' else 'over' end as state
       from certificates.certificate where id = $1 and candidate_id = $2 for no key update`,
      [certificateId, candidateId],
    );
    if (!row) throw notFound();
    return row.state;
  }

  /** As `holdMine`, where there is one. */
  async holdIfMine(tx: Tx, candidateId: string, certificateId: string): Promise<void> {
    if (isId(certificateId)) await tx.query('select from certificates.certificate where id = $1 and candidate_id = $2 for no key update', [certificateId, candidateId]);
  }

  /** Anybody with the link sees it from this commit on; false when it is not issued, and then the issuing looks at the consent itself. */
  async add(tx: Tx, { subjectId, scope, fields, expiresAt }: Consented<'public_certificate'>): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into certificates.publication (certificate_id, candidate_id, scope, fields, grant_expires_at)
         select id, candidate_id, id::text, $3, coalesce($4::timestamptz, 'infinity') from certificates.certificate where id = $1 and candidate_id = $2 and state = 'issued'
       on conflict (certificate_id) do nothing returning certificate_id`,
      [scope, subjectId, fields, expiresAt],
    );
    return rows.length > 0;
  }

  /** Whether it was revoked by the end of the consent to its video. */
  async hasLostClip(tx: Tx, candidateId: string, certificateId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select from certificates.certificate where id = $1 and candidate_id = $2 and state = 'revoked' and revoked_because = 'clip_withdrawn'`, [certificateId, candidateId]);
    return rows.length > 0;
  }

  /** What certificates are for, by id, as far as they have not ended. */
  async factsOfMine(tx: Tx, candidateId: string, ids: readonly string[]): Promise<{ id: string; facts: CertificateFacts; issuedAt: Date | null }[]> {
    return tx.query(
      `select c.id, b.facts, c.issued_at as "issuedAt" from certificates.certificate c join certificates.content b on b.certificate_id = c.id where c.candidate_id = $1 and c.id = any($2)`,
      [candidateId, ids]);
  }
}
