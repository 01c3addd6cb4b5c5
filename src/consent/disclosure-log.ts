import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy, type Purpose } from '../platform/policy/index.js';
import { SHOWN_TO } from './consent.repository.js';

/** What somebody was shown of a person. */
export interface Disclosure {
  readonly subjectId: string;
  /** The consent it rests on. */
  readonly purpose: Purpose;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly recipientDomain: string;
  /** Whether the recipient had shown that the domain is its own. */
  readonly isDomainVerified: boolean;
  /** The account that looked; null when it is gone, or nobody in particular did. */
  readonly actorId: string | null;
  /** Whom the recipient looked for, where it works for others. */
  readonly clientName: string | null;
  /** `profile`, `export`, `contact` and so on. */
  readonly what: string;
  /** What was really shown, within the consent. */
  readonly fields: readonly string[];
  /** The id of the thing that was looked at, where a person has several: the invitation. */
  readonly matter?: string;
}

/** What somebody who runs this place read of a person, and why. */
export interface OperatorDisclosure {
  readonly subjectId: string;
  readonly actorId: string;
  /** `review` and so on. */
  readonly what: string;
  readonly fields: readonly string[];
  /** In the words of whoever looked; the person reads them. */
  readonly reason: string;
  /** The id of the thing that was looked at. */
  readonly matter: string;
}

/** A line of the log about an organisation. */
export interface DisclosureLine extends Omit<Disclosure, 'actorId' | 'subjectId' | 'matter'> {
  readonly id: string;
  readonly at: Date;
}

/** A line of the log, as the person it is about may read it: of an organisation, or of whoever runs this place, who rests on no consent but says why. */
export type SeenLine = Omit<DisclosureLine, 'purpose' | 'recipientId'> & {
  readonly kind: 'organisation' | 'operator';
  readonly purpose: Purpose | null;
  readonly reason: string | null;
  readonly matter: string | null;
};

/** Human intervention in what was decided by machines is part of what people are here for. */
const BASIS_OF_STAFF = 'eu-gdpr:A6-1-b';
const LINE = `id, purpose, recipient_id as "recipientId", recipient_name as "recipientName", recipient_domain as "recipientDomain", domain_was_verified as "isDomainVerified", client_name as "clientName", what, fields, at`;

/** Who was shown what of whom, and on what ground: written in the transaction that shows it. */
@Injectable()
export class DisclosureLog {
  constructor(private readonly policy: Policy) {}

  /** Writes down what is shown to an organisation under a consent that the caller holds (`ConsentGate`). */
  async note(tx: Tx, { subjectId, purpose, recipientId, recipientName, recipientDomain, isDomainVerified, actorId, clientName, what, fields, matter }: Disclosure): Promise<void> {
    await tx.query(
      `insert into consent.disclosure (id, subject_id, subject_ref, purpose, legal_basis, recipient_kind, recipient_id, recipient_name, recipient_domain, domain_was_verified, actor_id, client_name, what, fields, expires_at, matter)
       select $1, account_id, ref, $3, $4, 'organisation', $5, $6, $7, $8, $9, $10, $11, consent.fields_of($12), clock.now() + $13::interval, $14 from consent.subject where account_id = $2`,
      [newId(), subjectId, purpose, this.policy.values.purposes[purpose].legalBasis, recipientId, recipientName, recipientDomain, isDomainVerified, actorId, clientName, what, fields, this.policy.periodOf('register').iso, matter ?? null],
    );
  }

  /** Writes down what somebody who runs this place is about to read. */
  async noteOperator(tx: Tx, { subjectId, actorId, what, fields, reason, matter }: OperatorDisclosure): Promise<void> {
    await tx.query(
      `insert into consent.disclosure (id, subject_id, subject_ref, legal_basis, recipient_kind, recipient_name, recipient_domain, domain_was_verified, actor_id, what, fields, reason, matter, expires_at)
       values ($1, $2, consent.ref_of($2), $3, 'operator', $4, '', false, $5, $6, consent.fields_of($7), $8, $9, clock.now() + $10::interval)`,
      [newId(), subjectId, BASIS_OF_STAFF, this.policy.values.operator.name, actorId, what, fields, reason, matter, this.policy.periodOf('register').iso],
    );
  }

  /** What others were shown of a person, the newest first; before a line, and of one matter, when they are given. */
  of(tx: Tx, subjectId: string, { before = null, matter = null, limit = 50 }: { before?: string | null; matter?: string | null; limit?: number } = {}): Promise<SeenLine[]> {
    return tx.query<SeenLine[]>(
      `select ${LINE}, recipient_kind as kind, reason, matter from consent.disclosure d where subject_id = $1 and expires_at > clock.now()
          and ($2::uuid is null or (at, id) < (select b.at, b.id from consent.disclosure b where b.id = $2 and b.subject_id = $1))
          and ($4::uuid is null or matter = $4)
        order by at desc, id desc limit $3`,
      [subjectId, before, limit, matter],
    );
  }

  /** What a recipient was called when it was last shown something of a person; null when it never was. */
  async nameOf(tx: Tx, subjectId: string, recipientId: string): Promise<string | null> {
    const [row] = await tx.query<{ name: string }[]>(
      'select recipient_name as name from consent.disclosure where subject_id = $1 and recipient_id::text = $2 and expires_at > clock.now() order by at desc limit 1', [subjectId, recipientId]);
    return row?.name ?? null;
  }

  /** Who was shown something since the consent to a purpose was given that lives now. */
  async shownTo(tx: Tx, subjectId: string, purpose: Purpose): Promise<string[]> {
    const [row] = await tx.query<{ shownTo: string[] }[]>(`select ${SHOWN_TO} as "shownTo" from consent.live_grant g where g.subject_id = $1 and g.purpose = $2 and g.scope = ''`, [subjectId, purpose]);
    return row?.shownTo ?? [];
  }

  /** The id of what a recipient was shown last of a person; null when it never was shown anything. */
  async lastTo(tx: Tx, subjectId: string, recipientId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select id from consent.disclosure where subject_id = $1 and recipient_id = $2 and expires_at > clock.now() order by at desc, id desc limit 1', [subjectId, recipientId]);
    return row?.id ?? null;
  }

  /** What organisations were shown of a person since a moment, the oldest first. */
  since(tx: Tx, subjectId: string, from: Date): Promise<DisclosureLine[]> {
    return tx.query<DisclosureLine[]>(`select ${LINE} from consent.disclosure where subject_id = $1 and recipient_kind = 'organisation' and at >= $2 and expires_at > clock.now() order by at, id`, [subjectId, from]);
  }
}
