import { type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Turnstile } from '../../kernel/index.js';
import { askChild, foldersOf, type LimitedChild, startLimitedChild } from '../../platform/children/index.js';
import { Policy } from '../../platform/policy/index.js';
import { readingAnswer } from './reading-answer.js';
import { type Reading, type ReadingAnswer } from './reading.js';
import { resumeDeskBusy, resumeFault, resumeTooLarge, resumeTookTooLong } from './resumes.errors.js';

const AT_A_TIME = 2;
// Each file that waits lies in memory: eight of 5 MB are 40 MB.
const WAITING = 8;
// Facts are short: hundreds of skills with a line each, and some entries more.
const MOST_OUTPUT = 1_048_576;
// Whoever sends a file has an answer by then, however long it had to wait before it was read.
const ANSWERED_WITHIN_MS = 14_000;
const MOST_WAITING_MS = 10_000;

const PARSER = join(import.meta.dirname, 'resume-parser.child');
const READABLE = [join(import.meta.dirname, '../skills'), ...foldersOf('unpdf')];

/** Turns the bytes of a resume into facts, in a child process that can neither last, nor grow, nor write, nor see our secrets. */
@Injectable()
export class ResumeReader implements OnModuleDestroy {
  private readonly turnstile: Turnstile;
  private readonly children = new Set<ChildProcess>();

  constructor(private readonly policy: Policy) {
    this.turnstile = new Turnstile({ inside: AT_A_TIME, waiting: WAITING, milliseconds: MOST_WAITING_MS });
  }

  /** AppErrors `candidates.resume_…`: see `resumes.errors.ts`. At most two files are read at a time; `admit` runs when it is this one's turn. */
  async read(bytes: Uint8Array, admit = (): Promise<void> => Promise.resolve()): Promise<Reading> {
    if (bytes.length > this.limits.bytes) throw resumeTooLarge(this.limits.bytes);
    const answerBy = performance.now() + ANSWERED_WITHIN_MS;
    const answer = await this.turnstile.pass(
      async () => {
        await admit();
        return this.ask(bytes, Math.min(this.limits.seconds * 1000, answerBy - performance.now()));
      },
      () => resumeDeskBusy(this.limits.seconds),
    );
    if ('fault' in answer) throw resumeFault(answer.fault, this.limits);
    return answer.read;
  }

  onModuleDestroy(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }

  private get limits(): Policy['values']['limits']['resume'] {
    return this.policy.values.limits.resume;
  }

  private async ask(bytes: Uint8Array, milliseconds: number): Promise<ReadingAnswer> {
    const child = this.start();
    try {
      const answer = await askChild(child, bytes, { milliseconds, mostOutput: MOST_OUTPUT });
      if (answer === null) throw resumeTookTooLong(Math.round(milliseconds / 1000));
      return answerIn(answer);
    } finally {
      this.children.delete(child.process);
    }
  }

  private start(): LimitedChild {
    const { seconds, memoryMb, ...limitsOfItsOwn } = this.limits;
    const child = startLimitedChild(PARSER, { folders: READABLE, seconds: seconds * 2, memoryMb, argument: limitsOfItsOwn });
    this.children.add(child.process);
    return child;
  }
}

/** A child that was stopped by a limit, or fell over the file, leaves no answer; one that a file has taken over may say anything. */
function answerIn(line: string): ReadingAnswer {
  try {
    return readingAnswer.parse(JSON.parse(line));
  } catch {
    return { fault: 'unreadable' };
  }
}
