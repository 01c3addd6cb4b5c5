import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { Journal } from '../platform/journal/index.js';
import { InterviewShelf } from './interview-shelf.js';
import { interviewDeleted, keptFact, recordingDeleted } from './interviews.facts.js';
import { KeptInterviews } from './kept-interviews.js';
import { Recordings } from './recordings/recordings.js';

/** Deletes once more the interviews and recordings that a restored backup brought back. */
@Injectable()
export class InterviewsAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly shelf: InterviewShelf,
    private readonly keeping: KeptInterviews,
    private readonly recordings: Recordings,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(interviewDeleted, ({ candidateId, interviewId }) => this.db.transaction((tx) => this.shelf.remove(tx, candidateId, interviewId)));
    this.journal.replays(keptFact, async ({ candidateId, interviewId, kept }) => kept === 'no' && this.db.transaction((tx) => this.keeping.letGoAgain(tx, candidateId, interviewId)));
    this.journal.replays(recordingDeleted, ({ candidateId, takeId }) => this.db.transaction((tx) => this.recordings.remove(tx, candidateId, takeId)));
  }
}
