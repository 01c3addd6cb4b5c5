import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { captionsOf } from '../replay/captions.js';
import { cuesOf, type Given, type Gone, isEstimated, type SpokenTake } from '../replay/given.js';
import { RecordingRepository } from './recording.repository.js';
import { Recordings, recordingView } from './recordings.js';
import { type AnswerRow, ReplayRepository } from './replay.repository.js';
import { TakeRepository } from './take.repository.js';

/** How answers were given, and what of that can still be played. */
@Injectable()
export class Replays {
  constructor(
    private readonly replays: ReplayRepository,
    private readonly recordings: Recordings,
    private readonly recordingRows: RecordingRepository,
    private readonly takes: TakeRepository,
  ) {}

  /** By position, the answers of an interview that have words. */
  async ofInterview(tx: Tx, interviewId: string): Promise<ReadonlyMap<number, Given>> {
    const [answers, kept] = [await this.replays.answers(tx, interviewId), await this.recordingRows.ofInterview(tx, interviewId)];
    const viewOf = new Map(kept.map((recording) => [recording.takeId, recordingView(recording)]));
    return new Map(answers.map((row) => [row.position, { text: row.text, kind: row.kind, transcriber: row.transcriber, take: takeOf(row, viewOf.get(row.takeId ?? '') ?? null) }]));
  }

  /** The transcript of a recording as WebVTT. Errors as of `Recordings.getMine`; 404 as long as nothing is written down. */
  async captionsOfMine(tx: Tx, candidateId: string, takeId: string): Promise<string> {
    const { position } = await this.recordings.getMine(tx, candidateId, takeId);
    const take = await this.takes.findMine(tx, candidateId, takeId);
    const given = take && (await this.ofInterview(tx, take.interviewId)).get(position);
    const cues = given?.take?.takeId === takeId ? cuesOf(given) : [];
    if (!given || cues.length === 0) throw notFound();
    return captionsOf(given.text, cues, isEstimated(given));
  }
}

function takeOf(row: AnswerRow, recording: SpokenTake['recording']): SpokenTake | null {
  const { takeId, takeKind, number, measured } = row;
  if (takeId === null || takeKind === null || number === null) return null;
  return { takeId, kind: takeKind, number, measured, recording, gone: recording ? null : goneOf(row) };
}

function goneOf({ keptUntil, keptDays, deletedAt }: AnswerRow): Gone {
  if (!keptUntil) return { why: 'not_kept', at: null, days: null };
  return deletedAt ? { why: 'deleted', at: deletedAt.toISOString(), days: null } : { why: 'ended', at: keptUntil.toISOString(), days: keptDays };
}
