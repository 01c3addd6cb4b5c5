import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../payments/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { nothingLeft } from './billing.errors.js';
import { CreditReturnRepository, type FreeCredit } from './credit-return.repository.js';

const UNIT = 'invited_interview';
const BATCH = 500;

/** The credit that each invitation holds. It goes back when the invitation ends before anybody began it. */
@Injectable()
export class InvitationCredits {
  constructor(
    private readonly returns: CreditReturnRepository,
    private readonly entitlements: Entitlements,
    private readonly db: Database,
  ) {}

  /** How many more an organisation can invite. */
  async left(tx: Tx, organisationId: string): Promise<number> {
    return (await this.entitlements.standing(tx, { organisationId })).credits[UNIT].left;
  }

  /** For all of these invitations or for none; AppError `payments.nothing_left`. */
  async take(tx: Tx, organisationId: string, invitationIds: readonly string[]): Promise<void> {
    const left = await this.left(tx, organisationId);
    if (left < invitationIds.length) throw nothingLeft(left, invitationIds.length);
    await this.entitlements.consumeEach(tx, { organisationId }, UNIT, invitationIds);
  }

  /** For one whose credit may have gone back, and that nobody has begun; it holds no second one. AppError `payments.nothing_left`. The invitation must be held. */
  async takeAgain(tx: Tx, invitationId: string): Promise<void> {
    const organisationId = await this.returns.organisationOfUnbegun(tx, invitationId);
    if (organisationId === null || (await this.returns.takeOf(tx, [invitationId])).length > 0) return;
    await this.take(tx, organisationId, [invitationId]);
  }

  /** Gives back for those of these invitations that ended without having been begun, or never came to be; for the others nothing. */
  async settle(tx: Tx, invitationIds: readonly string[]): Promise<void> {
    await this.giveBack(tx, await this.returns.takeOf(tx, invitationIds));
  }

  /** Gives back for whatever ended where nobody could say so, as with an account that was deleted. */
  async sweep(): Promise<void> {
    let taken = BATCH;
    while (taken === BATCH) {
      taken = await this.db.transaction(async (tx) => {
        const some = await this.returns.takeSome(tx, BATCH);
        await this.giveBack(tx, some);
        return some.length;
      });
    }
  }

  private async giveBack(tx: Tx, credits: readonly FreeCredit[]): Promise<void> {
    for (const [because, things] of Map.groupBy(credits, (credit) => credit.because)) {
      await this.entitlements.giveBack(tx, UNIT, things.map(({ invitationId }) => invitationId), because);
    }
  }
}
