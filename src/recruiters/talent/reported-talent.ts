import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { PublicSurfaces } from '../../privacy/index.js';

/** Listings of people who are reported to be too young: named by their alias, and hidden without ending what they allow. */
@Injectable()
export class ReportedTalent implements OnModuleInit {
  constructor(private readonly surfaces: PublicSurfaces) {}

  onModuleInit(): void {
    this.surfaces.find((tx, about) => this.named(tx, about));
    this.surfaces.follow((tx, accountId, until) => this.hide(tx, accountId, until));
  }

  /** Two may bear the same alias: the second is enough to know that it names nobody in particular. */
  private async named(tx: Tx, about: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('select candidate_id as id from recruiters.talent_listing where lower(alias) = lower($1) limit 2', [about]);
    return rows.map(({ id }) => id);
  }

  private async hide(tx: Tx, accountId: string, until: Date | null): Promise<void> {
    await tx.query('update recruiters.talent_listing set hidden_until = $2 where candidate_id = $1', [accountId, until]);
  }
}
