import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound, Turnstile } from '../../kernel/index.js';
import { type AiChoice } from '../../platform/ai/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { InterviewRepository } from '../interviews.repository.js';
import { TakeRepository } from '../recordings/take.repository.js';
import { heardText } from './heard-text.js';
import { receive } from './receive.js';
import { Sound, soundBytes } from './sound.js';
import { nothingHeard, soundTooLong, transcribersBusy } from './speech.errors.js';
import { type Speaking, type WrittenDown, Transcribers } from './transcribers.js';

/** So many sounds of ten megabytes are held in memory at a time. */
const AT_ONCE = 16;
/** Whoever sends slower than that gives their place to somebody else: ten megabytes at 400 kilobits a second. */
const LONGEST_MS = 200_000;
/** Providers refuse what is shorter than a tenth of a second. */
const SHORTEST_SECONDS = 0.1;

/**
 * What was said in a take, written down. Its sound is in memory until then and nowhere else: no disk, no bucket, no database
 * and no queue sees it, so that nothing is left of it when this process dies.
 */
@Injectable()
export class Transcripts {
  private readonly turnstile = new Turnstile({ inside: AT_ONCE, waiting: 0, milliseconds: 0 });

  constructor(
    private readonly interviews: InterviewRepository,
    private readonly takes: TakeRepository,
    private readonly transcribers: Transcribers,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /**
   * The sound is taken in only once somebody may hear it. The text goes back to whoever asked, and is theirs to save. AppErrors
   * `consent.required`, `interviews.transcriber_not_offered`, `interviews.already_submitted`, `interviews.sound_…`,
   * `interviews.nothing_heard`, those of the AI; 404 for a take that is not the caller's, or was replaced.
   */
  async write(candidateId: string, takeId: string, body: Readable, signal: AbortSignal): Promise<WrittenDown> {
    const { seconds } = this.policy.values.limits.recording;
    const { choices, ...speaking } = await this.db.transaction((tx) => this.open(tx, candidateId, takeId));
    return this.turnstile.pass(async () => {
      const sound = Sound.read(await receive(body, soundBytes(seconds), () => soundTooLong(seconds), AbortSignal.timeout(LONGEST_MS)), seconds);
      if (sound.seconds < SHORTEST_SECONDS || sound.isSilent()) throw nothingHeard();
      const written = await this.transcribers.write(choices, speaking, sound, signal);
      await this.db.transaction((tx) => this.takes.noteHeard(tx, takeId, heardText(takeId, written.transcriber, written.text)));
      return written;
    }, transcribersBusy);
  }

  private async open(tx: Tx, candidateId: string, takeId: string): Promise<Speaking & { choices: readonly AiChoice[] }> {
    const take = await this.takes.findMine(tx, candidateId, takeId);
    if (!take || take.thrownAway) throw notFound();
    const { interviewId, position } = take;
    await this.interviews.getOpen(tx, candidateId, interviewId);
    if ((await this.takes.findLast(tx, interviewId, position))?.id !== takeId) throw notFound();
    return { candidateId, interviewId, position, choices: await this.transcribers.allowedTo(tx, candidateId) };
  }
}
