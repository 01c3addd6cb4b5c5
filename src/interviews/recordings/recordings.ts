import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { recordingDeleted } from '../interviews.facts.js';
import { purposeOf } from './containers.js';
import { faultInWords } from './fault-words.js';
import { RecordingBytes } from './recording-bytes.js';
import { type Recording, RecordingRepository } from './recording.repository.js';
import { type RecordingView } from './recordings.dto.js';
import { chunksMissing } from './recordings.errors.js';
import { assembleRecording, endIdleConsents } from './recordings.jobs.js';
import { TakeRepository } from './take.repository.js';

/** Takes that are kept, as their owner has them: looked at, completed, played, deleted. Each of it asks the consent first. */
@Injectable()
export class Recordings {
  constructor(
    private readonly takes: TakeRepository,
    private readonly recordings: RecordingRepository,
    private readonly gate: ConsentGate,
    private readonly bytes: RecordingBytes,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** 404 when it is not the caller's, or nothing of it is kept; AppError `consent.required` without a live consent. */
  async getMine(tx: Tx, candidateId: string, takeId: string): Promise<Recording> {
    await this.mayBeUsed(tx, candidateId, takeId);
    return found(await this.recordings.find(tx, takeId));
  }

  /** As `getMine`, and nobody else changes it until the transaction ends. */
  async getMineLocked(tx: Tx, candidateId: string, takeId: string): Promise<Recording> {
    await this.mayBeUsed(tx, candidateId, takeId);
    return found(await this.recordings.findLocked(tx, takeId));
  }

  /** Everything has been sent: it is assembled now. `counts` are the chunks of each part. AppError `interviews.chunks_missing`; a second call changes nothing. */
  async complete(tx: Tx, candidateId: string, takeId: string, counts: readonly number[]): Promise<Recording> {
    const recording = await this.getMineLocked(tx, candidateId, takeId);
    if (recording.state !== 'recording') return recording;
    const there = new Map(recording.parts.map(({ part, chunks }) => [part, new Set(chunks)]));
    const isWhole = counts.every((count, part) => Array.from({ length: count }, (_, seq) => seq).every((seq) => there.get(part)?.has(seq)));
    if (!isWhole || there.size === 0) throw chunksMissing();
    if (await this.recordings.send(tx, takeId)) await this.outbox.enqueue(tx, assembleRecording, { takeId });
    return found(await this.recordings.find(tx, takeId));
  }

  /** Deletes what is kept of a take; that it was made, and its text, stay. Nothing happens when nothing is kept. */
  async delete(tx: Tx, candidateId: string, takeId: string): Promise<void> {
    if (!(await this.takes.findMine(tx, candidateId, takeId))) throw notFound();
    if (await this.remove(tx, candidateId, takeId)) await noteFact(tx, recordingDeleted, { candidateId, takeId });
  }

  /** As `delete`, without a word to the journal; false when there is nothing to delete. */
  async remove(tx: Tx, candidateId: string, takeId: string): Promise<boolean> {
    const take = await this.takes.findMine(tx, candidateId, takeId);
    if (!take || !(await this.recordings.delete(tx, takeId))) return false;
    await this.outbox.enqueue(tx, endIdleConsents, { interviewId: take.interviewId });
    await this.audit.append(tx, { actor: { kind: 'account', id: candidateId }, action: 'interviews.recording_deleted', subject: { kind: 'take', id: takeId } });
    return true;
  }

  /** The bytes of a playable recording, all or the range that is asked for. */
  async play(tx: Tx, candidateId: string, takeId: string, range: string | undefined): Promise<ServedObject> {
    const { object } = await this.getMine(tx, candidateId, takeId);
    if (object === null) throw notFound();
    return this.bytes.serve(tx, object, range);
  }

  private async mayBeUsed(tx: Tx, candidateId: string, takeId: string): Promise<void> {
    const take = await this.takes.findMine(tx, candidateId, takeId);
    if (!take) throw notFound();
    await this.gate.require(tx, candidateId, purposeOf(take.kind), take.interviewId);
  }
}

function found(recording: Recording | null): Recording {
  if (!recording) throw notFound();
  return recording;
}

/** A kept take as its owner sees it. */
export function recordingView({ takeId, position, number, kind, state, contentType, durationMs, bytes, fault, parts, expiresAt }: Recording): RecordingView {
  return { takeId, position, number, kind, state, contentType, durationMs, bytes, fault: fault === null ? null : faultInWords(fault), parts: [...parts], expiresAt: expiresAt.toISOString() };
}
