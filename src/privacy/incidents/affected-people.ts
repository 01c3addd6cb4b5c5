import { Injectable } from '@nestjs/common';
import { AccountFacts } from '../../accounts/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type HeldTable, personalDataHolders } from '../../platform/personal-data/index.js';
import { type RetentionClass } from '../../platform/policy/index.js';

/** Whom an incident touched: everybody, whoever has a kind of data here, whoever was here in a period, or those on a list. */
export type Affected =
  | { readonly by: 'everybody' }
  | { readonly by: 'data'; readonly kind: RetentionClass }
  | { readonly by: 'activity'; readonly from: Date; readonly to: Date }
  | { readonly by: 'list'; readonly accountIds: readonly string[] };

/** Finds the accounts of those whom an incident touched, closed ones that are not purged yet among them. */
@Injectable()
export class AffectedPeople {
  constructor(
    private readonly accounts: AccountFacts,
    private readonly audit: AuditLog,
  ) {}

  async find(tx: Tx, affected: Affected): Promise<string[]> {
    if (affected.by === 'list') return this.accounts.known(tx, affected.accountIds);
    if (affected.by === 'activity') return this.active(tx, affected.from, affected.to);
    const everybody = await this.accounts.everybody(tx);
    return affected.by === 'everybody' ? everybody : withData(tx, affected.kind, everybody);
  }

  /** Sign-ins go when they end; that somebody did something stays in the audit log. */
  private async active(tx: Tx, from: Date, to: Date): Promise<string[]> {
    const acted = await this.accounts.known(tx, await this.audit.actorsBetween(tx, from, to));
    return [...new Set([...acted, ...(await this.accounts.signedInBetween(tx, from, to))])];
  }
}

async function withData(tx: Tx, kind: RetentionClass, everybody: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const ofKind = personalDataHolders().flatMap(({ tables }) => tables).filter(({ retention }) => retention === kind);
  for (const held of ofKind) {
    if (held.subjectColumn === null && held.counting === undefined) continue;
    for (const { id } of await tx.query<{ id: string }[]>(owners(held), [everybody])) found.add(id);
  }
  return [...found];
}

/** What has ended is counted, too, as long as it is stored: an incident does not ask whether a sweep was due. */
function owners({ table, subjectColumn, counting = `where held."${subjectColumn}" = $1` }: HeldTable): string {
  const quoted = table.split('.').map((part) => `"${part}"`).join('.');
  return `select someone.id from unnest($1::uuid[]) someone (id) where exists (select from ${quoted} held ${counting.replaceAll('$1', 'someone.id')})`;
}
