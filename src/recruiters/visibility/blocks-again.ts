import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk } from '../../consent/index.js';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { blocksFact } from '../recruiters.facts.js';
import { TalentBlockRepository } from './talent-blocks.repository.js';

/** Whoever blocked an employer since a backup is seen by nobody after it is restored, until they allow it anew: by whom they would not be seen is not known any more. */
@Injectable()
export class BlocksAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly blocks: TalentBlockRepository,
    private readonly consents: ConsentDesk,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(blocksFact, ({ candidateId, blocks, eventId }) => this.db.transaction(async (tx) => {
      if ((await this.blocks.hashOf(tx, candidateId)) === blocks) return false;
      return this.consents.endRestored(tx, { subjectId: candidateId, purpose: 'discovery', eventId }, 'terminated');
    }));
  }
}
