import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Billing } from '../../payments/index.js';
import { type Tx } from '../../platform/db/index.js';

/** Who hears of the payments of an organisation: its owners, and whoever has its billing role, as it is at that moment. */
@Injectable()
export class BillingPeople implements OnModuleInit {
  constructor(private readonly billing: Billing) {}

  onModuleInit(): void {
    this.billing.tells((tx, organisationId) => this.of(tx, organisationId));
  }

  private async of(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select account_id as id from recruiters.member where organisation_id = $1 and roles && array['owner', 'billing'] order by account_id`, [organisationId]);
    return rows.map(({ id }) => id);
  }
}
