import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../payments/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noSeat, noSeatForYou } from './billing.errors.js';

/** How many people may work for an organisation, and how many do or are asked to. */
export interface TakenPlaces {
  readonly have: number;
  readonly taken: number;
  readonly promised: number;
}

/** Places for people of an organisation. When fewer are paid for, nobody has to go: only nobody is added. */
@Injectable()
export class Places {
  constructor(private readonly entitlements: Entitlements) {}

  /** An invitation to `exceptFor` is not counted: another to the same address takes its place. */
  async of(tx: Tx, organisationId: string, exceptFor: string | null = null): Promise<TakenPlaces> {
    const [row] = await tx.query<{ taken: number; promised: number }[]>(
      `select (select count(*)::int from recruiters.member where organisation_id = $1) as taken,
         (select count(*)::int from recruiters.colleague_invitation where organisation_id = $1 and ends_at > clock.now() and email is distinct from $2) as promised`, [organisationId, exceptFor]);
    return { have: await this.entitlements.seats(tx, { organisationId }), taken: row?.taken ?? 0, promised: row?.promised ?? 0 };
  }

  /** AppError `payments.no_seat` when one more could not join. The organisation must be held. */
  async requireForInvitation(tx: Tx, organisationId: string, email: string): Promise<void> {
    const found = await this.of(tx, organisationId, email);
    if (found.taken + found.promised >= found.have) throw noSeat(found);
  }

  /** AppError `payments.no_seat` when one more cannot join. The organisation must be held. */
  async requireForMember(tx: Tx, organisationId: string): Promise<void> {
    const { have, taken } = await this.of(tx, organisationId);
    if (taken >= have) throw noSeatForYou();
  }
}
