import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { deletionAsked } from '../recruiters.facts.js';
import { DeletionRepository } from './deletion.repository.js';
import { Deletions } from './deletions.js';

/** Asks whoever has copies once more, where a restored backup knows nothing of what somebody asked: what was answered meanwhile was lost with the database. */
@Injectable()
export class DeletionsAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly deletions: Deletions,
    private readonly register: DeletionRepository,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(deletionAsked, ({ candidateId, invitationId }) => this.ask(candidateId, invitationId));
  }

  private async ask(candidateId: string, invitationId: string): Promise<boolean> {
    if (await this.register.ofInvitation(this.db.alone, candidateId, invitationId)) return false;
    try {
      await this.db.transaction((tx) => this.deletions.ask(tx, candidateId, invitationId));
      return true;
    } catch (error) {
      // Nothing of it came back.
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}
