import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** What somebody decided about the sale and the sharing of their data. */
export interface SaleChoice {
  readonly optedOut: boolean;
  readonly chosenBy: 'switch' | 'gpc';
  readonly chosenAt: Date;
}

/** Every statement about these choices. */
@Injectable()
export class SaleChoiceRepository {
  async find(tx: Tx, accountId: string): Promise<SaleChoice | null> {
    const [row] = await tx.query<SaleChoice[]>('select opted_out as "optedOut", chosen_by as "chosenBy", chosen_at as "chosenAt" from privacy.sale_choice where account_id = $1', [accountId]);
    return row ?? null;
  }

  /** False when it was so already, or the account is gone. */
  async choose(tx: Tx, accountId: string, optedOut: boolean, chosenBy: SaleChoice['chosenBy']): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into privacy.sale_choice as c (account_id, opted_out, chosen_by) select id, $2, $3 from accounts.account where id = $1
       on conflict (account_id) do update set opted_out = excluded.opted_out, chosen_by = excluded.chosen_by, chosen_at = clock.now() where c.opted_out <> excluded.opted_out returning account_id`,
      [accountId, optedOut, chosenBy],
    );
    return rows.length > 0;
  }
}
