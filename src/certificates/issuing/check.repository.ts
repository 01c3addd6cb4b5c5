import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** An answer that is like an earlier one: nothing of whoever gave that. */
export interface Finding {
  readonly position: number;
  readonly what: 'recording' | 'words';
  readonly ofOwn: boolean;
  /** How much of it is alike, of 1. */
  readonly share: number;
}

/** A certificate that waits for a person. */
export interface WaitingCheck {
  readonly certificateId: string;
  readonly interviewId: string | null;
  readonly candidateId: string;
  readonly roleTitle: string;
  readonly levelTitle: string;
  readonly overall: string;
  readonly askedAt: Date;
  readonly findings: readonly Finding[];
}

const MOST = 200;

/** Statements about what a person looks at before a certificate is issued. */
@Injectable()
export class CheckRepository {
  async note(tx: Tx, certificateId: string, findings: readonly Finding[]): Promise<void> {
    await tx.query(
      `insert into certificates.finding (certificate_id, position, what, of_own, share)
         select $1::uuid, f.position, f.what, f."ofOwn", max(f.share) from jsonb_to_recordset($2::jsonb) as f (position smallint, what text, "ofOwn" boolean, share real) group by 1, 2, 3, 4
       on conflict do nothing`,
      [certificateId, JSON.stringify(findings)],
    );
  }

  of(tx: Tx, certificateId: string): Promise<Finding[]> {
    return tx.query('select position, what, of_own as "ofOwn", share from certificates.finding where certificate_id = $1 order by position, what', [certificateId]);
  }

  /** The one that waits longest first. */
  waiting(tx: Tx): Promise<WaitingCheck[]> {
    return tx.query(
      `select c.id as "certificateId", c.interview_id as "interviewId", c.candidate_id as "candidateId", b.facts ->> 'roleTitle' as "roleTitle", b.facts ->> 'levelTitle' as "levelTitle",
         b.facts ->> 'overall' as overall, c.asked_at as "askedAt",
         (select coalesce(jsonb_agg(jsonb_build_object('position', position, 'what', what, 'ofOwn', of_own, 'share', share) order by position, what), '[]') from certificates.finding where certificate_id = c.id) as findings
       from certificates.certificate c join certificates.content b on b.certificate_id = c.id where c.state = 'in_check' and c.candidate_id is not null order by c.asked_at, c.id limit $1`,
      [MOST],
    );
  }

  async decide(tx: Tx, certificateId: string, operatorId: string, { allow, reason }: { readonly allow: boolean; readonly reason: string }): Promise<void> {
    await tx.query('insert into certificates.decision (certificate_id, decided_by, allowed, reason) values ($1, $2, $3, $4)', [certificateId, operatorId, allow, reason]);
  }

  /** Why a person refused it; null when none did. */
  async refusalOf(tx: Tx, certificateId: string): Promise<string | null> {
    const [row] = await tx.query<{ reason: string }[]>('select reason from certificates.decision where certificate_id = $1 and not allowed', [certificateId]);
    return row?.reason ?? null;
  }
}
