import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Revocation } from '../issuing/certificate.entity.js';

/** What whoever runs this place can do about a certificate that was issued. */
export const measureKinds = ['suspended', 'restored', 'revoked'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** What was done, and why. */
export interface Measure {
  readonly kind: MeasureKind;
  readonly reason: string;
  readonly at: Date;
}

/** A line of the register, without anything of what the certificate says. */
export interface RegisterLine {
  readonly id: string;
  readonly slug: string;
  readonly state: 'issued' | 'revoked' | 'expired';
  readonly issuedAt: Date;
  readonly validUntil: Date;
  readonly suspendedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBecause: Revocation | null;
  readonly isPublished: boolean;
}

/** Statements about measures, and about the register they are taken in. */
@Injectable()
export class MeasureRepository {
  /** Its id. It is kept until the certificate would have ended. */
  async add(tx: Tx, certificateId: string, operatorId: string, kind: MeasureKind, reason: string): Promise<string> {
    const id = newId();
    await tx.query(
      'insert into certificates.measure (id, certificate_id, kind, reason, taken_by, expires_at) select $1, id, $3, $4, $5, valid_until from certificates.certificate where id = $2', [id, certificateId, kind, reason, operatorId]);
    return id;
  }

  /** The newest first. */
  of(tx: Tx, certificateId: string): Promise<Measure[]> {
    return tx.query('select kind, reason, taken_at as at from certificates.measure where certificate_id = $1 and expires_at > clock.now() order by taken_at desc, id desc', [certificateId]);
  }

  async deleteExpired(tx: Tx, count: number): Promise<number> {
    const [, gone] = await tx.query<[object[], number]>('delete from certificates.measure where id in (select id from certificates.measure where expires_at <= clock.now() order by expires_at limit $1 for update skip locked)', [count]);
    return gone;
  }

  /** What was issued under a number, or with the end of a link; null without one. */
  async find(tx: Tx, by: { readonly id: string } | { readonly slug: string }): Promise<RegisterLine | null> {
    const [column, value] = 'id' in by ? ['id', by.id] : ['slug', by.slug];
    const [line] = await tx.query<RegisterLine[]>(
      `select c.id, c.slug, case when c.state = 'issued' and c.valid_until <= clock.now() then 'expired' else c.state end as state, c.issued_at as "issuedAt", c.valid_until as "validUntil", c.suspended_at as "suspendedAt",
         c.revoked_at as "revokedAt", c.revoked_because as "revokedBecause", coalesce(p.grant_expires_at > clock.now(), false) as "isPublished"
       from certificates.certificate c left join certificates.publication p on p.certificate_id = c.id where c.${column} = $1 and c.state in ('issued', 'revoked', 'expired')`,
      [value],
    );
    return line ?? null;
  }
}
