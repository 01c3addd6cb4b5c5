import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { writerOf } from '../certifiable/transcripts.js';
import { RecordingRepository } from './recording.repository.js';
import { transcriptMissing } from './recordings.errors.js';
import { assembleRecording, endIdleConsents } from './recordings.jobs.js';
import { TakeRepository } from './take.repository.js';

/** What was spoken in an interview that is being handed in. */
@Injectable()
export class SpokenAnswers {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly takes: TakeRepository,
    private readonly recordings: RecordingRepository,
    private readonly outbox: Outbox,
  ) {}

  /** AppError `interviews.transcript_missing` when something was spoken and its words are not written down: it must not count as skipped, and is not made up. */
  async mustHaveWords(tx: Tx, interviewId: string): Promise<void> {
    const missing = await this.takes.withoutWords(tx, interviewId);
    if (missing.length === 0) return;
    const places = missing.map(({ position, follows }) => (follows === null ? String(position) : `the follow-up to ${follows}`));
    throw transcriptMissing(places, missing.map(({ position }) => position));
  }

  /**
   * What has come in of the takes is what there is of them: it is assembled. A consent under which nothing came has nothing left to allow. And whoever
   * the page named for an answer is named from now on only as far as it is known here, wherever that is read: a report can outlast what tells it.
   */
  async complete(tx: Tx, interviewId: string): Promise<void> {
    for (const answer of await this.answers.told(tx, interviewId)) {
      if (writerOf(answer) !== answer.transcriber) await this.answers.nameWriter(tx, interviewId, answer.position, writerOf(answer));
    }
    for (const takeId of await this.recordings.sendAll(tx, interviewId)) await this.outbox.enqueue(tx, assembleRecording, { takeId });
    await this.outbox.enqueue(tx, endIdleConsents, { interviewId });
  }
}
