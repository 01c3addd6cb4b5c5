import { Injectable, Logger } from '@nestjs/common';
import { type JobContext, OnJob } from '../jobs/index.js';
import { Journal } from './journal.js';
import { notWritten } from './journal.errors.js';
import { type JournalLine } from './journal-line.js';
import { forgetFacts, writeFact } from './journal.jobs.js';

@Injectable()
export class JournalWorker {
  private readonly logger = new Logger('journal');

  constructor(private readonly journal: Journal) {}

  @OnJob(writeFact)
  async write(fact: Pick<JournalLine, 'kind' | 'ids'>, { jobId, writtenAt }: JobContext): Promise<void> {
    try {
      await this.journal.write({ id: jobId, at: writtenAt.toISOString(), ...fact });
    } catch (error) {
      const fault = notWritten(codeOf(error));
      this.logger.error(fault.message);
      throw fault;
    }
  }

  @OnJob(forgetFacts)
  async forget(): Promise<void> {
    await this.journal.forget();
  }
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
