import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type StoredObject } from '../../platform/storage/index.js';
import { ChunkRepository } from './chunk.repository.js';
import { RecordingBytes } from './recording-bytes.js';
import { type Recording } from './recording.repository.js';
import { chunkDiffers, chunkNotBytes, chunkTooLarge, recordingComplete, recordingsFull, recordingTooLarge, tooManyChunks, tooManyParts } from './recordings.errors.js';
import { Recordings } from './recordings.js';

/** Where a piece of a recording belongs. */
export interface ChunkPlace {
  readonly takeId: string;
  readonly part: number;
  readonly seq: number;
}

/** Takes in recordings piece by piece, while they are made. A piece that is sent twice, or twice at once, is there once. */
@Injectable()
export class ChunkIntake {
  constructor(
    private readonly recordings: Recordings,
    private readonly chunks: ChunkRepository,
    private readonly bytes: RecordingBytes,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** `body` must be bytes. AppErrors `consent.required`, `interviews.chunk_…`, `interviews.recording_…`, `interviews.too_many_parts`; nothing is stored before the consent was asked. */
  async keep(candidateId: string, place: ChunkPlace, body: unknown): Promise<void> {
    const { chunkBytes, parts } = this.policy.values.limits.recording;
    if (place.part >= parts) throw tooManyParts(parts);
    if (!(body instanceof Uint8Array) || body.length === 0) throw chunkNotBytes();
    if (body.length > chunkBytes) throw chunkTooLarge(chunkBytes);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const isThere = await this.db.transaction(async (tx) => this.isThere(tx, await this.recordings.getMine(tx, candidateId, place.takeId), place, { bytes: body.length, sha256 }));
    if (isThere) return;
    const stored = await this.bytes.hold(candidateId, 'application/octet-stream', Buffer.from(body.buffer, body.byteOffset, body.length), body.length);
    try {
      await this.db.transaction((tx) => this.settle(tx, candidateId, place, stored));
    } catch (error) {
      // When even this fails, they are gone in ten minutes.
      await Promise.allSettled([this.db.transaction((tx) => this.bytes.drop(tx, stored.id))]);
      throw error;
    }
  }

  /** Lets stored bytes belong to their recording; they go when the same came by another way meanwhile. */
  private async settle(tx: Tx, candidateId: string, place: ChunkPlace, { id: object, bytes, sha256 }: StoredObject): Promise<void> {
    const recording = await this.recordings.getMineLocked(tx, candidateId, place.takeId);
    if (await this.isThere(tx, recording, place, { bytes, sha256 })) return this.bytes.drop(tx, object);
    await this.bytes.keep(tx, object, recording.expiresAt);
    return this.chunks.insert(tx, place.takeId, { ...place, object, bytes, sha256 });
  }

  /** Whether this very piece is there already; an error when another is, and when there is no room for it. */
  private async isThere(tx: Tx, { state, subjectId }: Recording, { takeId, part, seq }: ChunkPlace, { bytes, sha256 }: Pick<StoredObject, 'bytes' | 'sha256'>): Promise<boolean> {
    const known = await this.chunks.find(tx, takeId, part, seq);
    if (known && known.sha256 !== sha256) throw chunkDiffers();
    if (known) return true;
    if (state !== 'recording') throw recordingComplete();
    const most = this.policy.values.limits.recording;
    const before = await this.chunks.sizes(tx, subjectId, takeId);
    if (before.chunks >= most.chunks) throw tooManyChunks(most.chunks);
    if (before.bytes + bytes > most.bytes) throw recordingTooLarge(most.bytes);
    if (before.accountBytes + bytes > most.accountBytes) throw recordingsFull(most.accountBytes);
    return false;
  }
}
