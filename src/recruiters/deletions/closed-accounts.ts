import { Injectable } from '@nestjs/common';
import { AccountClosing } from '../../accounts/index.js';
import { Database } from '../../platform/db/index.js';
import { CopyRepository } from '../copies/copy.repository.js';
import { Deletions } from './deletions.js';

const BATCH = 100;

/** Whoever closes their account can ask for nothing afterwards: everybody with a copy of an interview of theirs is asked then, as if they had done it one by one. */
@Injectable()
export class ClosedAccounts {
  constructor(
    private readonly deletions: Deletions,
    private readonly copies: CopyRepository,
    private readonly closing: AccountClosing,
    private readonly db: Database,
  ) {}

  /** For one account, or for all that were closed. Done again it changes nothing. */
  async ask(accountId: string | null = null): Promise<void> {
    let [asked, inAll] = [BATCH, 0];
    while (asked === BATCH) {
      const due = await this.copies.ofTheClosed(this.db.alone, accountId, BATCH);
      for (const { candidateId, invitationId } of due) {
        await this.db.transaction(async (tx) => {
          await this.deletions.ask(tx, candidateId, invitationId, { kind: 'system', id: null });
          // Their data waits for this line to go.
          await this.copies.handOver(tx, candidateId, invitationId);
        });
      }
      asked = due.length;
      inAll += due.length;
    }
    // Whoever wanted it to be deleted at once waits no longer than for this.
    if (inAll > 0) await this.closing.askForDuePurges();
  }
}
