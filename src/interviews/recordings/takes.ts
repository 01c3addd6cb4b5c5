import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Interview } from '../interview.entity.js';
import { recordingDeleted } from '../interviews.facts.js';
import { InterviewRepository } from '../interviews.repository.js';
import { mustBeContainer, purposeOf } from './containers.js';
import { RecordingRepository } from './recording.repository.js';
import { type DeliveryBody, type TakeBody, type TakeKind, type TakeView } from './recordings.dto.js';
import { noRetakesLeft } from './recordings.errors.js';
import { type Take, TakeRepository } from './take.repository.js';

/** Answers that are spoken: begun, begun anew, thrown away. Each is counted, and is kept only under the consent of its session. */
@Injectable()
export class Takes {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly takes: TakeRepository,
    private readonly recordings: RecordingRepository,
    private readonly gate: ConsentGate,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** Begins a take in the place of the one before it, which goes with its bytes; the typed text stays. A second call with its id changes nothing. AppErrors `interviews.already_submitted`, `interviews.deadline_over`, `interviews.answer_kind_not_offered`, `interviews.container_unknown`, `interviews.no_retakes_left`. */
  async begin(tx: Tx, candidateId: string, interviewId: string, position: number, { takeId, kind, contentType }: TakeBody): Promise<TakeView> {
    mustBeContainer(kind, contentType);
    const interview = await this.interviews.getOpenLocked(tx, candidateId, interviewId);
    interview.mustOffer(kind);
    const last = await this.takes.findLast(tx, interviewId, position);
    const isKnown = last?.id === takeId;
    const number = isKnown ? last.number : (last?.number ?? 0) + 1;
    if (!isKnown) await this.replace(tx, interview, last, { id: takeId, interviewId, position, number, kind, contentType });
    return { takeId, number, retakesLeft: this.retakesLeft(interview, number), kept: (await this.recordings.find(tx, takeId)) !== null };
  }

  /** Nothing is left of a take but that it was made; its question then counts as not spoken. AppError `interviews.already_submitted`. */
  async throwAway(tx: Tx, candidateId: string, takeId: string): Promise<void> {
    const take = await this.getMine(tx, candidateId, takeId);
    await this.interviews.getOpenLocked(tx, candidateId, take.interviewId);
    // The recording before its take, as it is when the consent is taken back.
    await this.takes.empty(tx, takeId);
    await this.takes.throwAway(tx, takeId);
    await noteFact(tx, recordingDeleted, { candidateId, takeId });
  }

  /** Keeps how a take was spoken, as the browser measured it; what was kept before is replaced. */
  async keepDelivery(tx: Tx, candidateId: string, takeId: string, delivery: DeliveryBody): Promise<void> {
    const { interviewId, position, thrownAway } = await this.getMine(tx, candidateId, takeId);
    await this.interviews.getMineLocked(tx, candidateId, interviewId);
    const last = await this.takes.findLast(tx, interviewId, position);
    if (thrownAway || last?.id !== takeId) throw notFound();
    await this.takes.keepDelivery(tx, takeId, delivery);
  }

  /** How often a question that was spoken `takes` times can be spoken again after the first time. */
  retakesLeft(interview: Interview, takes: number): number {
    return Math.max(0, this.retakesOf(interview) - Math.max(0, takes - 1));
  }

  /** Whether it can be allowed to keep what is spoken in an interview, by kind. */
  offered({ recordingOffered }: Interview): Record<TakeKind, boolean> {
    const may = (kind: TakeKind): boolean => recordingOffered && this.policy.asksFor(purposeOf(kind));
    return { audio: may('audio'), video: may('video') };
  }

  /** Whether what is spoken in an interview from now on is kept, by kind. */
  async keeps(tx: Tx, candidateId: string, interviewId: string): Promise<Record<TakeKind, boolean>> {
    const lives = async (kind: TakeKind): Promise<boolean> => this.policy.asksFor(purposeOf(kind)) && (await this.gate.find(tx, candidateId, purposeOf(kind), interviewId)) !== null;
    return { audio: await lives('audio'), video: await lives('video') };
  }

  private async replace(tx: Tx, interview: Interview, last: Take | null, { contentType, ...take }: Omit<Take, 'thrownAway'> & { contentType: string }): Promise<void> {
    const most = 1 + this.retakesOf(interview);
    if (take.number > most) throw noRetakesLeft(most);
    // Before anything of a recording is touched, because whoever ends a consent goes this way, too.
    const consented = await this.gate.find(tx, interview.candidateId, purposeOf(take.kind), interview.id);
    if (last) await this.takes.empty(tx, last.id);
    if (!(await this.takes.insert(tx, take))) throw notFound();
    if (!consented || !this.policy.asksFor(consented.purpose)) return;
    const now = await this.clock.now(tx);
    // Three months and 90 days are each the longer one at times.
    const ends = [this.policy.endOf(take.kind === 'video' ? 'answerVideos' : 'practiceAudio', now), this.policy.endOf('sessionRecordings', now)];
    await this.recordings.insert(tx, take.id, consented, contentType, new Date(Math.min(...ends.map(Number))));
  }

  /** Whoever invites says how many; in practice the policy does. */
  private retakesOf({ mode, retakes }: Interview): number {
    return retakes ?? this.policy.values.limits.retakes[mode];
  }

  private async getMine(tx: Tx, candidateId: string, takeId: string): Promise<Take> {
    const take = await this.takes.findMine(tx, candidateId, takeId);
    if (!take) throw notFound();
    return take;
  }
}
