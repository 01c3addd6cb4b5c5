import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { clipOf } from '../../platform/media/index.js';
import { Policy } from '../../platform/policy/index.js';
import { RecordingBytes } from '../recordings/recording-bytes.js';
import { Recordings } from '../recordings/recordings.js';
import { Replays } from '../recordings/replays.js';
import { TakeRepository } from '../recordings/take.repository.js';
import { captionsOf } from '../replay/captions.js';
import { cuesOf, type Given, isEstimated } from '../replay/given.js';
import { type ScoredAnswer, scoreOf } from '../scored-answer.js';
import { CRITERIA, type ExactScore, isBelow, showScore } from '../scoring/rubric.js';
import { bestPart } from './best-part.js';
import { type ClipChoice } from './certifiable.dto.js';
import { cuesWithin } from './cues-within.js';

// Copying 100 MB takes under a second of a machine that has nothing else to do.
const MOST_CUTTING_MS = 20_000;

/** A part of a recorded answer, as a file of its own. */
export interface CutClip {
  readonly body: Buffer;
  readonly contentType: 'video/webm' | 'video/mp4';
  readonly durationMs: number;
  /** WebVTT, from the beginning of the clip; null when nothing was said in it. */
  readonly captions: string | null;
}

/** Parts of recorded answers that somebody may want to show. */
@Injectable()
export class Clips {
  constructor(
    private readonly recordings: Recordings,
    private readonly takes: TakeRepository,
    private readonly replays: Replays,
    private readonly bytes: RecordingBytes,
    private readonly policy: Policy,
  ) {}

  /** The videos of an interview that play, the best answer first; of two alike, the one that was asked first. */
  async choices(tx: Tx, interviewId: string, answers: readonly ScoredAnswer[]): Promise<ClipChoice[]> {
    const given = await this.replays.ofInterview(tx, interviewId);
    const scored = answers.flatMap((answer) => {
      const [score, how] = [scoreOf(answer), given.get(answer.position)];
      return score && answer.state === 'scored' && how ? this.choice(answer, score, how) : [];
    });
    return scored.toSorted((a, b) => better(a.score, b.score)).map(({ choice }) => choice);
  }

  /** Copied packet by packet: what is read of the recording is in memory once, and the clip. 404 and `consent.required` as of any recording; a MediaRefusal when it cannot be cut. */
  async cut(tx: Tx, candidateId: string, takeId: string, { from, to }: { from: number; to: number }): Promise<CutClip> {
    const { object, kind, bytes, position } = await this.recordings.getMine(tx, candidateId, takeId);
    const take = await this.takes.findMine(tx, candidateId, takeId);
    if (!take || object === null || bytes === null || kind !== 'video') throw notFound();
    const { seconds, bytes: maxBytes } = this.policy.values.certificate.clip;
    const clip = await clipOf({ bytes, read: (start, until, room) => this.part(tx, object, start, until, room) }, { fromMs: Math.max(0, from), toMs: to, maxMs: seconds * 1000, maxBytes, withinMs: MOST_CUTTING_MS });
    const given = (await this.replays.ofInterview(tx, take.interviewId)).get(position);
    return { body: clip.body, contentType: clip.contentType, durationMs: clip.durationMs, captions: given?.take?.takeId === takeId ? captionsWithin(given, clip.fromMs, clip.durationMs) : null };
  }

  private choice({ position, question, criteria }: ScoredAnswer, score: ExactScore, given: Given): { choice: ClipChoice; score: ExactScore }[] {
    const recording = given.take?.recording;
    if (recording?.kind !== 'video' || recording.state !== 'ready' || recording.durationMs === null) return [];
    const { takeId, durationMs } = recording;
    const part = bestPart({
      durationMs, mostMs: this.policy.values.certificate.clip.seconds * 1000,
      cues: isEstimated(given) ? [] : cuesOf(given),
      quotes: criteria ? CRITERIA.flatMap((criterion) => criteria[criterion].quotes).filter(({ end }) => end <= given.text.length) : [],
    });
    return [{ choice: { takeId, position, question, score: showScore(score), durationMs, ...part }, score }];
  }

  private async part(tx: Tx, object: string, start: number, until: number, room = 0): Promise<Buffer> {
    const { stream } = await this.bytes.serve(tx, object, `bytes=${start}-${until - 1}`);
    const part = Buffer.allocUnsafe(room + until - start);
    let at = room;
    for await (const piece of (stream ?? []) as AsyncIterable<Buffer>) {
      part.set(piece, at);
      at += piece.length;
    }
    return part.subarray(0, at);
  }
}

function better(a: ExactScore, b: ExactScore): number {
  if (isBelow(a, b)) return 1;
  return isBelow(b, a) ? -1 : 0;
}

function captionsWithin(given: Given, fromMs: number, durationMs: number): string | null {
  const cues = cuesWithin(cuesOf(given), fromMs, durationMs);
  return cues.length > 0 ? captionsOf(given.text, cues, isEstimated(given)) : null;
}
