import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { Journal } from '../platform/journal/index.js';
import { ConsentDesk } from './consent-desk.js';
import { endedFact } from './consent.facts.js';

/** Ends once more the consents that a restored backup brought back. One that was narrowed ends whole: only its owner can allow the rest anew. */
@Injectable()
export class ConsentsAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly desk: ConsentDesk,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(endedFact, ({ because, ...ended }) => this.db.transaction((tx) => this.desk.endRestored(tx, ended, because)));
  }
}
