import { Injectable } from '@nestjs/common';
import { BroughtAccounts } from '../../accounts/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, isOfDatabase, type Tx } from '../../platform/db/index.js';
import { type Arrival, Brought, personalDataHolders } from '../../platform/personal-data/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Objections } from '../choices/objections.js';
import { copyUnreadable } from './imports.errors.js';
import { type PersonData, readPersonData } from './person-data.js';
import { staysBecause } from './stays-behind.js';

/** What came of a copy, and what did not. */
export interface ImportReport {
  readonly accountId: string;
  /** False when the same person was brought here before. */
  readonly isNew: boolean;
  readonly from: string;
  readonly arrivals: readonly (Arrival & { readonly module: string })[];
  /** Categories that nobody here takes in. */
  readonly stayed: readonly { readonly module: string; readonly category: string; readonly because: string }[];
  readonly files: number;
}

/** Brings in the copy of somebody's data that another place made: all of it in one transaction, or nothing. */
@Injectable()
export class AccountImport {
  constructor(
    private readonly accounts: BroughtAccounts,
    private readonly objections: Objections,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** `email` takes the place of the address in the copy. AppErrors of `readPersonData` and `BroughtAccounts.open`; with any of them nothing is stored. */
  async bring(path: string, email?: string): Promise<ImportReport> {
    const copy = await readPersonData(path);
    const report = await this.db.transaction((tx) => this.take(tx, copy, email)).catch(refuseValues);
    // For somebody who was here before and has allowed since what they objected to elsewhere.
    await this.objections.carryOut(report.accountId);
    return report;
  }

  private async take(tx: Tx, copy: PersonData, email: string | undefined): Promise<ImportReport> {
    const account = copy.data.get('accounts')?.['account'];
    const { id, name, isNew } = await this.accounts.open(tx, account, { from: copy.from, knownThereAs: copy.account }, email);
    const now = await this.clock.now(tx);
    const arrivals: (Arrival & { module: string })[] = [];
    for (const holder of personalDataHolders()) {
      const brought = new Brought({ accountId: id, name, from: copy.from }, this.policy, now, copy.data.get(holder.module) ?? {});
      for (const arrival of (await holder.bringIn?.(tx, brought)) ?? []) arrivals.push({ ...arrival, module: holder.module });
    }
    if (isNew || arrivals.some(({ came }) => came > 0)) await this.audit.append(tx, { actor: { kind: 'system', id: null }, action: 'privacy.copy_brought_in', subject: { kind: 'account', id } });
    return { accountId: id, isNew, from: copy.from, arrivals, stayed: stayed(copy, arrivals), files: copy.files };
  }
}

/** A value that no row takes, two of one thing, or something about nothing: no place like this wrote that. */
function refuseValues(error: unknown): never {
  const { code = '' } = (isOfDatabase(error) ? (error as { driverError?: { code?: string } }).driverError : null) ?? {};
  throw /^2[23]/.test(code) ? copyUnreadable() : error;
}

function stayed({ data }: PersonData, arrivals: ImportReport['arrivals']): ImportReport['stayed'] {
  const isTaken = (module: string, category: string): boolean => `${module}/${category}` === 'accounts/account' || arrivals.some((arrival) => arrival.module === module && arrival.category === category);
  return [...data].flatMap(([module, categories]) => Object.keys(categories).filter((category) => !isTaken(module, category)).map((category) => ({ module, category, because: staysBecause(module) })));
}
