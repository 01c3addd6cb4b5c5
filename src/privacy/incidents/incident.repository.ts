import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

/** What happened, as far as it is known: it becomes clearer while somebody looks into it. */
export interface IncidentFacts {
  readonly what: string;
  /** The kinds of data. */
  readonly data: string;
  readonly beganAt: Date | null;
  readonly endedAt: Date | null;
}

/** What the people it touched are told. */
export interface ToldWords {
  readonly what: string;
  readonly meaning: string;
  readonly measures: string;
}

/** Something that went wrong with personal data. */
export interface Incident extends IncidentFacts {
  readonly id: string;
  readonly knownAt: Date;
  readonly notifyBy: Date;
  /** Past `notifyBy`, and the authority neither told nor left untold for a reason. */
  readonly isLate: boolean;
  readonly openedAt: Date;
  readonly authorityToldAt: Date | null;
  readonly authorityReference: string | null;
  readonly authorityNotToldBecause: string | null;
  readonly told: ToldWords | null;
  readonly mailsBegunAt: Date | null;
  readonly peopleNotToldBecause: string | null;
  readonly prevention: string | null;
  readonly closedAt: Date | null;
  readonly waiting: number;
  readonly sent: number;
  readonly leftOut: number;
}

/** The authority is told within this of our knowing: GDPR article 33(1). */
const AUTHORITY_WITHIN = '72 hours';
const REMINDED_BEFORE = '24 hours';
/** Longer than any batch of mails with its pause. */
const STUCK_AFTER = '10 minutes';

const UNDECIDED = 'i.authority_told_at is null and i.authority_not_told_because is null';
const COLUMNS = `i.id, i.what, i.data, i.began_at as "beganAt", i.ended_at as "endedAt", i.known_at as "knownAt", i.notify_by as "notifyBy", ${UNDECIDED} and i.notify_by <= clock.now() as "isLate",
  i.opened_at as "openedAt", i.authority_told_at as "authorityToldAt", i.authority_reference as "authorityReference", i.authority_not_told_because as "authorityNotToldBecause",
  case when i.told_what is not null then jsonb_build_object('what', i.told_what, 'meaning', i.told_meaning, 'measures', i.told_measures) end as told,
  i.mails_begun_at as "mailsBegunAt", i.people_not_told_because as "peopleNotToldBecause", i.prevention, i.closed_at as "closedAt", n.waiting, n.sent, n."leftOut"`;
const FROM = `privacy.incident i cross join lateral (
  select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'left_out')::int as "leftOut"
  from privacy.incident_person p where p.incident_id = i.id) n`;

/** Every statement about incidents. Those past their end are seen by none of them. */
@Injectable()
export class IncidentRepository {
  constructor(private readonly policy: Policy) {}

  async insert(tx: Tx, id: string, { what, data, beganAt, endedAt }: IncidentFacts, knownAt: Date): Promise<void> {
    await tx.query(
      `insert into privacy.incident (id, what, data, began_at, ended_at, known_at, notify_by, expires_at) values ($1, $2, $3, $4, $5, $6, $6::timestamptz + $7::interval, clock.now() + $8::interval)`,
      [id, what, data, beganAt, endedAt, knownAt, AUTHORITY_WITHIN, this.policy.periodOf('register').iso],
    );
  }

  async find(tx: Tx, id: string): Promise<Incident | null> {
    const [row] = await tx.query<Incident[]>(`select ${COLUMNS} from ${FROM} where i.id = $1 and i.expires_at > clock.now()`, [id]);
    return row ?? null;
  }

  /** As it is, until `tx` ends: nobody changes it meanwhile. */
  async hold(tx: Tx, id: string): Promise<Incident | null> {
    const held = await tx.query<object[]>('select from privacy.incident where id = $1 and expires_at > clock.now() for update', [id]);
    return held.length > 0 ? this.find(tx, id) : null;
  }

  /** The newest first, those before one when it is given. */
  list(tx: Tx, before: string | null, limit: number): Promise<Incident[]> {
    return tx.query<Incident[]>(
      `select ${COLUMNS} from ${FROM}
       where i.expires_at > clock.now() and ($1::uuid is null or (i.opened_at, i.id) < (select b.opened_at, b.id from privacy.incident b where b.id = $1))
       order by i.opened_at desc, i.id desc limit $2`,
      [before, limit],
    );
  }

  async amend(tx: Tx, id: string, { what, data, beganAt, endedAt }: IncidentFacts): Promise<void> {
    await tx.query('update privacy.incident set what = $2, data = $3, began_at = $4, ended_at = $5 where id = $1', [id, what, data, beganAt, endedAt]);
  }

  async decideAuthority(tx: Tx, id: string, { toldAt, reference, because }: { toldAt: Date | null; reference: string | null; because: string | null }): Promise<void> {
    await tx.query('update privacy.incident set authority_told_at = $2, authority_reference = $3, authority_not_told_because = $4 where id = $1', [id, toldAt, reference, because]);
  }

  async beginMails(tx: Tx, id: string, { what, meaning, measures }: ToldWords): Promise<void> {
    await tx.query(
      'update privacy.incident set told_what = $2, told_meaning = $3, told_measures = $4, mails_begun_at = clock.now(), mails_moved_at = clock.now() where id = $1', [id, what, meaning, measures]);
  }

  async close(tx: Tx, id: string, prevention: string, notToldBecause: string | null): Promise<void> {
    await tx.query('update privacy.incident set prevention = $2, people_not_told_because = $3, closed_at = clock.now() where id = $1', [id, prevention, notToldBecause]);
  }

  /** The next whose clock runs out while nothing is decided about the authority, each named once. */
  async running(tx: Tx): Promise<{ id: string; notifyBy: Date }[]> {
    const [rows] = await tx.query<[{ id: string; notifyBy: Date }[], number]>(
      `update privacy.incident i set reminded_at = clock.now()
       where ${UNDECIDED} and i.reminded_at is null and i.notify_by <= clock.now() + $1::interval and i.expires_at > clock.now() returning i.id, i.notify_by as "notifyBy"`,
      [REMINDED_BEFORE],
    );
    return rows;
  }

  /** Those whose mails have not gone on for a while; each is named again only after another while. */
  async stuck(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update privacy.incident i set mails_moved_at = clock.now()
       where i.mails_moved_at <= clock.now() - $1::interval and i.expires_at > clock.now()
         and exists (select from privacy.incident_person p where p.incident_id = i.id and p.state = 'waiting') returning i.id`,
      [STUCK_AFTER],
    );
    return rows.map(({ id }) => id);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'privacy.incident');
  }
}
