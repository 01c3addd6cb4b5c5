import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

/** What was given to whom, and on which ground. */
export interface DisclosedToAuthority {
  readonly accountId: string;
  readonly recipient: string;
  readonly ground: string;
  readonly data: string;
  readonly reason: string;
  readonly disclosedAt: Date;
  /** Until when the law forbids to tell the person, and which law; null when they are told at once. */
  readonly secret: { readonly until: Date; readonly because: string } | null;
}

/** A line of the register. The account and its words are null once the account is gone. */
export interface LegalDisclosure extends Omit<DisclosedToAuthority, 'accountId' | 'data' | 'reason' | 'secret'> {
  readonly id: string;
  readonly accountId: string | null;
  readonly data: string | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly secretUntil: Date | null;
  readonly secretBecause: string | null;
  readonly toldAt: Date | null;
}

const COLUMNS = `id, account_id as "accountId", recipient, ground, data, reason, disclosed_at as "disclosedAt", recorded_at as "recordedAt",
  secret_until as "secretUntil", secret_because as "secretBecause", told_at as "toldAt"`;
const AT_ONCE = 200;
/** What the person may know of by now. */
export const MAY_BE_TOLD = '(secret_until is null or secret_until <= clock.now())';

/** Every statement about what was given to authorities. */
@Injectable()
export class LegalDisclosureRepository {
  constructor(private readonly policy: Policy) {}

  async insert(tx: Tx, id: string, { accountId, recipient, ground, data, reason, disclosedAt, secret }: DisclosedToAuthority): Promise<void> {
    await tx.query(
      `insert into privacy.legal_disclosure (id, account_id, recipient, ground, data, reason, disclosed_at, secret_until, secret_because, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, greatest(clock.now(), coalesce($8, clock.now())) + $10::interval)`,
      [id, accountId, recipient, ground, data, reason, disclosedAt, secret?.until ?? null, secret?.because ?? null, this.policy.periodOf('register').iso]);
  }

  async find(tx: Tx, id: string): Promise<LegalDisclosure | null> {
    const [row] = await tx.query<LegalDisclosure[]>(`select ${COLUMNS} from privacy.legal_disclosure where id = $1 and expires_at > clock.now()`, [id]);
    return row ?? null;
  }

  /** The newest first, those before one when it is given. */
  list(tx: Tx, before: string | null, limit: number): Promise<LegalDisclosure[]> {
    return tx.query<LegalDisclosure[]>(
      `select ${COLUMNS} from privacy.legal_disclosure
       where expires_at > clock.now() and ($1::uuid is null or (recorded_at, id) < (select b.recorded_at, b.id from privacy.legal_disclosure b where b.id = $1)) order by recorded_at desc, id desc limit $2`, [before, limit]);
  }

  /** What somebody may know of, the newest first. */
  listMine(tx: Tx, accountId: string): Promise<LegalDisclosure[]> {
    return tx.query<LegalDisclosure[]>(`select ${COLUMNS} from privacy.legal_disclosure where account_id = $1 and expires_at > clock.now() and ${MAY_BE_TOLD} order by disclosed_at desc, id desc limit 100`, [accountId]);
  }

  /** The next whom the law no longer keeps from knowing, each named once. */
  async toTell(tx: Tx): Promise<{ id: string; accountId: string }[]> {
    const [rows] = await tx.query<[{ id: string; accountId: string }[], number]>(
      `update privacy.legal_disclosure set told_at = clock.now() where id in (
         select id from privacy.legal_disclosure where told_at is null and account_id is not null and ${MAY_BE_TOLD} and expires_at > clock.now() limit ${AT_ONCE} for update skip locked)
       returning id, account_id as "accountId"`);
    return rows;
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'privacy.legal_disclosure');
  }
}
