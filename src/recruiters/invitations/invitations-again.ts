import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { invitationEnded, neverInvited } from '../recruiters.facts.js';
import { DoNotInvite } from './batches/do-not-invite.js';
import { InvitationEnding } from './invitation-ending.js';
import { moveDoesNotFit } from './invitations.errors.js';

/** Nobody is reminded of an invitation that they declined before a backup was restored, or invited after they wanted it never again. */
@Injectable()
export class InvitationsAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly ending: InvitationEnding,
    private readonly refused: DoNotInvite,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(invitationEnded, ({ invitationId, move }) => this.end(invitationId, move));
    this.journal.replays(neverInvited, ({ organisationId, addressHash }) => this.db.transaction((tx) => this.refused.addHash(tx, organisationId, addressHash, 'person')));
  }

  private async end(invitationId: string, move: 'decline' | 'revoke'): Promise<boolean> {
    try {
      await this.db.transaction(async (tx) => {
        if (!(await this.ending.end(tx, invitationId, move))) throw moveDoesNotFit();
      });
      return true;
    } catch (error) {
      // It did not come back, or has ended.
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}
