import { Injectable } from '@nestjs/common';
import { newId, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { lastWayIn } from '../accounts.errors.js';
import { unlinkedFact } from '../accounts.facts.js';
import { SignInWays } from '../sign-in-ways.js';
import { type Session } from '../sessions/session.repository.js';

/** Who somebody is at a provider: the pair of issuer and subject, and nothing else (OpenID Connect Core, 5.7). */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** Which identities at providers belong to which account. */
@Injectable()
export class ProviderLinks {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly audit: AuditLog,
    private readonly ways: SignInWays,
  ) {}

  async findAccount(tx: Tx, { issuer, subject }: ProviderIdentity): Promise<string | null> {
    const rows = await tx.query<{ id: string }[]>(
      'select a.id from auth.account l join accounts.account a on a.id = l."userId" where l."providerId" = $1 and l."accountId" = $2',
      [issuer, subject],
    );
    return rows[0]?.id ?? null;
  }

  async link(tx: Tx, accountId: string, { issuer, subject }: ProviderIdentity): Promise<void> {
    await tx.query('insert into auth.account (id, "providerId", "accountId", "userId") values ($1, $2, $3, $4)', [newId(), issuer, subject, accountId]);
  }

  async list(tx: Tx, accountId: string): Promise<{ id: string; name: string }[]> {
    const rows = await tx.query<{ id: string; issuer: string }[]>(
      `select id, "providerId" as issuer from auth.account where "userId" = $1 and "providerId" <> 'credential' order by id`,
      [accountId],
    );
    return rows.map(({ id, issuer }) => ({ id, name: this.nameOf(issuer) }));
  }

  nameOf(issuer: string): string {
    return this.config.signInProviders.find((provider) => provider.issuer === issuer)?.name ?? new URL(issuer).hostname;
  }

  /** A mailed link, or a password by mail, remains as a way to sign in, or another place does. 404 when there is no such link of this account; AppError `accounts.last_way_in`. */
  async unlink({ accountId }: Session, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [rows] = await tx.query<[object[], number]>(`delete from auth.account where id = $1 and "userId" = $2 and "providerId" <> 'credential' returning id`, [id, accountId]);
      if (rows.length === 0) throw notFound();
      if (!this.ways.offers('link') && !this.ways.offers('password') && !(await this.hasOther(tx, accountId))) throw lastWayIn();
      await noteFact(tx, unlinkedFact, { accountId, linkId: id });
      await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'accounts.provider_unlinked', subject: { kind: 'account', id: accountId } });
    });
  }

  private async hasOther(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query<object[]>('select from auth.account where "userId" = $1 and "providerId" = any ($2) limit 1', [accountId, this.ways.providers.map(({ issuer }) => issuer)]);
    return rows.length > 0;
  }
}
