import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { gpcWins } from '../privacy.errors.js';
import { saleFact } from '../privacy.facts.js';
import { type SaleChoice, SaleChoiceRepository } from './sale-choice.repository.js';

/** The choice that one's data be not sold or shared. Nothing here does either; the choice is kept and honoured all the same. */
@Injectable()
export class SaleOptOut {
  constructor(
    private readonly choices: SaleChoiceRepository,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** What stands for this person in this browser. A signal of the browser is written down with the account, as it is meant for all of us. */
  async look(accountId: string, gpc: boolean): Promise<SaleChoice | null> {
    if (gpc) await this.write(accountId, true, 'gpc');
    return this.choices.find(this.db.alone, accountId);
  }

  /** AppError `privacy.gpc_wins` for whoever opts in with a browser that opts out. */
  async choose(accountId: string, optedOut: boolean, gpc: boolean): Promise<SaleChoice | null> {
    if (gpc && !optedOut) throw gpcWins();
    await this.write(accountId, optedOut, gpc ? 'gpc' : 'switch');
    return this.choices.find(this.db.alone, accountId);
  }

  /** False when it was so already, or the account is gone. */
  async write(accountId: string, optedOut: boolean, by: SaleChoice['chosenBy']): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.choices.choose(tx, accountId, optedOut, by))) return false;
      await noteFact(tx, saleFact, { accountId, optedOut: optedOut ? 'yes' : 'no', by });
      await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'privacy.sale_chosen', subject: { kind: 'account', id: accountId }, detail: { optedOut, by } });
      return true;
    });
  }
}

/** The Global Privacy Control signal has one form, `Sec-GPC: 1`; everything else says nothing. */
export const saysGpc = (header: string | undefined): boolean => header === '1';
