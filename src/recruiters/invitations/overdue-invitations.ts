import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { EndingRepository } from './ending.repository.js';
import { InvitationEnding } from './invitation-ending.js';
import { InvitationSweepRepository } from './invitation-sweep.repository.js';
import { moveDoesNotFit } from './invitations.errors.js';
import { ResultRouting } from './results/result-routing.js';

const BATCH = 100;

/** Writes down what is over already. Nothing that is read relies on it being on time. */
@Injectable()
export class OverdueInvitations {
  constructor(
    private readonly invitations: InvitationSweepRepository,
    private readonly endings: EndingRepository,
    private readonly ending: InvitationEnding,
    private readonly routing: ResultRouting,
    private readonly db: Database,
  ) {}

  /** Ends what nobody handed in before its deadline. What somebody did is complete instead, even when the news of it was lost. */
  async expire(): Promise<void> {
    let due: { id: string; interviewId: string | null }[];
    do {
      due = await this.invitations.due(this.db.alone, BATCH);
      for (const { id, interviewId } of due) {
        await this.db.transaction(async (tx) => {
          if (interviewId !== null && (await this.routing.route(tx, interviewId))) return;
          if (!(await this.ending.end(tx, id, 'expire'))) throw moveDoesNotFit();
        });
      }
    } while (due.length === BATCH);
  }

  /** Lets go of what ended together with a consent. */
  async letGo(): Promise<void> {
    let gone: string[];
    do {
      gone = await this.endings.withdrawn(this.db.alone, BATCH);
      for (const id of gone) await this.db.transaction((tx) => this.ending.setAside(tx, id));
    } while (gone.length === BATCH);
  }
}
