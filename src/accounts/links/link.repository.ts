import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

export const linkKinds = ['verify_email', 'known_address', 'sign_in', 'reset_password', 'email_change_old', 'email_change_new', 'brought_account'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A link that was asked for. `accountId` is null when the address is nobody's. */
export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly accountId: string | null;
  readonly browserHash: string | null;
  readonly stays: boolean;
  /** Asked for by whoever made the account, and has shown nothing of themselves yet. */
  readonly signsUp: boolean;
}

const COLUMNS = 'id, kind, account_id as "accountId", browser_hash as "browserHash", stays, signs_up as "signsUp"';
const MOST_WRONG_CODES = 5;

/** Every statement about mailed links. */
@Injectable()
export class LinkRepository {
  async insert(tx: Tx, link: Link, works: string): Promise<void> {
    await tx.query(
      `insert into accounts.link (id, kind, account_id, browser_hash, stays, signs_up, expires_at) values ($1, $2, $3, $4, $5, $6, clock.now() + $7::interval)`,
      [link.id, link.kind, link.accountId, link.browserHash, link.stays, link.signsUp, works],
    );
  }

  /** One that has not been mailed yet, for whoever mails it. */
  async findToMail(tx: Tx, id: string): Promise<Link | null> {
    const rows = await tx.query<Link[]>(
      `select ${COLUMNS} from accounts.link where id = $1 and token_hash is null and account_id is not null and expires_at > clock.now() for update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async setSecrets(tx: Tx, id: string, tokenHash: string, codeHash: string): Promise<void> {
    await tx.query('update accounts.link set token_hash = $2, code_hash = $3 where id = $1', [id, tokenHash, codeHash]);
  }

  async findByToken(tx: Tx, kind: LinkKind, tokenHash: string): Promise<Link | null> {
    const rows = await tx.query<Link[]>(`select ${COLUMNS} from accounts.link where kind = $1 and token_hash = $2 and expires_at > clock.now()`, [kind, tokenHash]);
    return rows[0] ?? null;
  }

  /** Takes a link out of the world: it is given to one caller only, and only while it works. */
  async take(tx: Tx, kind: LinkKind, tokenHash: string): Promise<Link | null> {
    const [rows] = await tx.query<[Link[], number]>(`delete from accounts.link where kind = $1 and token_hash = $2 and expires_at > clock.now() returning ${COLUMNS}`, [kind, tokenHash]);
    return rows[0] ?? null;
  }

  /** The account whose sign-in link this browser asked for. */
  async findAccountOfBrowser(tx: Tx, browserHash: string): Promise<string | null> {
    const rows = await tx.query<{ id: string | null }[]>(`select account_id as id from accounts.link where browser_hash = $1 and kind = 'sign_in'`, [browserHash]);
    return rows[0]?.id ?? null;
  }

  /** Takes the sign-in link of this browser whose code this is. Each try is counted before it is looked at. */
  async takeByCode(tx: Tx, browserHash: string, codeHash: string): Promise<Link | null> {
    await tx.query(`update accounts.link set wrong_codes = wrong_codes + 1 where browser_hash = $1 and kind = 'sign_in'`, [browserHash]);
    const [rows] = await tx.query<[Link[], number]>(
      `delete from accounts.link where browser_hash = $1 and kind = 'sign_in' and code_hash = $2 and wrong_codes <= ${MOST_WRONG_CODES} and expires_at > clock.now() returning ${COLUMNS}`,
      [browserHash, codeHash],
    );
    return rows[0] ?? null;
  }

  async deleteOf(tx: Tx, accountId: string, kinds: readonly LinkKind[]): Promise<void> {
    await tx.query('delete from accounts.link where account_id = $1 and kind = any ($2)', [accountId, kinds]);
  }
}
