import { Injectable } from '@nestjs/common';
import { newId, newToken, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Certificate, type CertificateState, type IssuingStep, type Revocation } from './certificate.entity.js';

/** A certificate as its owner's list shows it. */
export interface CertificateLine {
  readonly id: string;
  readonly state: CertificateState;
  /** The rest of it is null once it has been revoked and all that is personal has gone. */
  readonly roleTitle: string | null;
  readonly levelTitle: string | null;
  readonly name: string | null;
  readonly overall: string | null;
  readonly askedAt: Date | null;
  readonly issuedAt: Date | null;
  readonly validUntil: Date | null;
  readonly revokedBecause: Revocation | null;
  readonly isPublished: boolean;
  readonly isSuspended: boolean;
}

/** What has neither come to its end nor lost the interview it is offered for. */
const THERE = `(c.expires_at is null or c.expires_at > clock.now()) and (c.state <> 'draft' or c.interview_id is not null)`;
const MOST_LINES = 200;

/** Statements about certificates as lines of the register. */
@Injectable()
export class CertificateRepository {
  /** The caller's own; the same 404 for a foreign, ended or absent one. */
  async getMine(tx: Tx, candidateId: string, id: string): Promise<Certificate> {
    const certificate = await this.there(tx).andWhere('c.id = :id and c.candidateId = :candidateId', { id, candidateId }).getOne();
    if (!certificate) throw notFound();
    return certificate;
  }

  /** As `getMine`, and nobody else changes it until the transaction ends. Hold its interview before, if you will. */
  async getMineLocked(tx: Tx, candidateId: string, id: string): Promise<Certificate> {
    const certificate = await this.findMineLocked(tx, candidateId, id);
    if (!certificate) throw notFound();
    return certificate;
  }

  /** As `getMineLocked`; null when there is none. */
  findMineLocked(tx: Tx, candidateId: string, id: string): Promise<Certificate | null> {
    return this.there(tx).andWhere('c.id = :id and c.candidateId = :candidateId', { id, candidateId }).setLock('pessimistic_write').getOne();
  }

  /** Whoever's it is, locked; 404 when there is none. */
  async getLocked(tx: Tx, id: string): Promise<Certificate> {
    const certificate = await this.there(tx).andWhere('c.id = :id', { id }).setLock('pessimistic_write').getOne();
    if (!certificate) throw notFound();
    return certificate;
  }

  /** The one that an interview has, or is offered; null without one. */
  ofInterview(tx: Tx, candidateId: string, interviewId: string): Promise<Certificate | null> {
    return this.there(tx).andWhere('c.interviewId = :interviewId and c.candidateId = :candidateId and c.replacedAt is null', { interviewId, candidateId }).getOne();
  }

  /** The one that took its place. */
  async replacementOf(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(`select id from certificates.certificate where replaces = $1 and state <> 'draft'`, [id]);
    return row?.id ?? null;
  }

  /** Offers one for an interview, for so many days; an interview has one at most, and an offer that is made again lasts longer. Its id. */
  async offer(tx: Tx, candidateId: string, interviewId: string, days: number): Promise<string> {
    const [offered] = await tx.query<{ id: string }[]>(
      `insert into certificates.certificate as c (id, slug, candidate_id, interview_id, expires_at) values ($1, $2, $3, $4, clock.now() + make_interval(days => $5))
       on conflict (interview_id) where interview_id is not null and replaced_at is null do update set expires_at = excluded.expires_at where c.state = 'draft' returning id`,
      [newId(), newToken(), candidateId, interviewId, days],
    );
    const id = offered?.id ?? (await this.ofInterview(tx, candidateId, interviewId))?.id;
    if (id === undefined) throw notFound();
    return id;
  }

  async save(tx: Tx, certificate: Certificate): Promise<void> {
    await tx.save(certificate);
  }

  /** All of somebody's but what is only offered, the newest first. */
  mine(tx: Tx, candidateId: string): Promise<CertificateLine[]> {
    return tx.query<CertificateLine[]>(
      `select c.id, case when c.state = 'issued' and c.valid_until <= clock.now() then 'expired' else c.state end as state, b.facts ->> 'roleTitle' as "roleTitle", b.facts ->> 'levelTitle' as "levelTitle",
         b.name, b.facts ->> 'overall' as overall, c.asked_at as "askedAt", c.issued_at as "issuedAt", c.valid_until as "validUntil", c.revoked_because as "revokedBecause",
         p.certificate_id is not null and c.suspended_at is null as "isPublished", c.suspended_at is not null as "isSuspended"
       from certificates.certificate c left join certificates.content b on b.certificate_id = c.id and not (c.state = 'issued' and c.valid_until <= clock.now())
         left join certificates.publication p on p.certificate_id = c.id and p.grant_expires_at > clock.now()
       where c.candidate_id = $1 and c.state <> 'draft' and ${THERE} order by c.id desc limit $2`,
      [candidateId, MOST_LINES],
    );
  }

  /** Takes the work on one that is to be issued for `seconds`, as `token`; null when somebody else has it, or it is not waited for. Its row is held. */
  async lease(tx: Tx, id: string, token: string, seconds: number): Promise<Certificate | null> {
    const [rows] = await tx.query<[object[], number]>(
      `update certificates.certificate set tries = tries + 1, lease_token = $2, lease_until = clock.now() + make_interval(secs => $3)
        where id = $1 and state = 'issuing' and candidate_id is not null and (lease_token = $2 or lease_until is null or lease_until <= clock.now()) returning id`,
      [id, token, seconds],
    );
    return rows.length > 0 ? tx.findOneBy(Certificate, { id }) : null;
  }

  /** Says how far it is, and keeps the work for `seconds` more; false when somebody else has it now. */
  async advance(tx: Tx, id: string, token: string, step: IssuingStep, seconds: number): Promise<boolean> {
    const [, count] = await tx.query<[object[], number]>(
      `update certificates.certificate set step = $3, lease_until = clock.now() + make_interval(secs => $4) where id = $1 and lease_token = $2 and state = 'issuing'`,
      [id, token, step, seconds],
    );
    return count > 0;
  }

  /** The certificate while the work on it is still `token`'s, locked, and before it the one in whose place it comes; null when it is not. */
  async leased(tx: Tx, id: string, token: string): Promise<Certificate | null> {
    await tx.query('select from certificates.certificate where id = (select replaces from certificates.certificate where id = $1) for update', [id]);
    return tx.findOne(Certificate, { where: { id, leaseToken: token, state: 'issuing' }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those that were asked for longer than `seconds` ago, and that nobody works on. */
  async unissued(tx: Tx, seconds: number, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from certificates.certificate where state = 'issuing' and asked_at < clock.now() - make_interval(secs => $1) and (lease_until is null or lease_until <= clock.now()) order by asked_at limit $2`,
      [seconds, count],
    );
    return rows.map(({ id }) => id);
  }

  /** Offers and refusals that have come to their end, and offers without an interview. */
  async over(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from certificates.certificate where expires_at <= clock.now() or (state = 'draft' and interview_id is null and replaces is null) limit $1 for update skip locked`, [count]);
    return rows.map(({ id }) => id);
  }

  async delete(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('delete from certificates.certificate where id = any($1)', [ids]);
  }

  private there(tx: Tx) {
    return tx.createQueryBuilder(Certificate, 'c').where(THERE);
  }
}
