import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type CertificateFacts } from '../facts.js';

/** A certificate whose end comes near. */
export interface EndingSoon {
  readonly id: string;
  readonly candidateId: string;
  readonly validUntil: Date;
  readonly facts: CertificateFacts;
}

/** Statements about certificates whose moment has come, whosever they are. Each takes what nobody else is at work on. */
@Injectable()
export class LifeRepository {
  /** Those whose time is over; they count as expired, and lead to nobody any more. */
  async takeExpired(tx: Tx, count: number): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update certificates.certificate set state = 'expired', candidate_id = null, interview_id = null where id in (
         select id from certificates.certificate where state = 'issued' and valid_until <= clock.now() order by valid_until limit $1 for update skip locked)
       returning id`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  /** Revoked ones lead to nobody any more from the day they would have ended, and nothing of what they said outlasts that; returns how many. */
  async cutLines(tx: Tx, count: number): Promise<number> {
    const [, cut] = await tx.query<[object[], number]>(
      `with gone as (delete from certificates.content b using certificates.certificate c where c.id = b.certificate_id and c.state = 'revoked' and c.valid_until <= clock.now())
       update certificates.certificate set candidate_id = null, interview_id = null where id in (
         select id from certificates.certificate where state = 'revoked' and valid_until <= clock.now() and candidate_id is not null order by valid_until limit $1 for update skip locked)`,
      [count],
    );
    return cut;
  }

  /**
   * Those that end within so many days, and of which nobody was told when fewer were left: after a pause the nearest reminder is enough.
   * What was never valid for so long is left out. They count as reminded.
   */
  async takeEndingWithin(tx: Tx, days: number, count: number): Promise<EndingSoon[]> {
    return tx.query<EndingSoon[]>(
      `with due as (
         select c.id, c.candidate_id, c.valid_until from certificates.certificate c
         where c.state = 'issued' and c.candidate_id is not null and c.valid_until > clock.now() and c.valid_until <= clock.now() + make_interval(days => $1::int)
           and c.issued_at <= c.valid_until - make_interval(days => $1::int)
           and not exists (select from certificates.reminder r where r.certificate_id = c.id and r.days <= $1)
         order by c.valid_until limit $2 for update of c skip locked),
       told as (insert into certificates.reminder (certificate_id, days) select id, $1 from due)
       select due.id, due.candidate_id as "candidateId", due.valid_until as "validUntil", b.facts from due join certificates.content b on b.certificate_id = due.id`,
      [days, count],
    );
  }
}
