import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { MediaWorkshop } from '../../platform/media/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ChunkRepository } from './chunk.repository.js';
import { RecordingBytes } from './recording-bytes.js';
import { RecordingRepository } from './recording.repository.js';
import { wholeParts } from './whole-parts.js';

/** Makes one playable recording of the pieces that were sent, or says why there is none. */
@Injectable()
export class RecordingAssembly {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly chunks: ChunkRepository,
    private readonly bytes: RecordingBytes,
    private readonly workshop: MediaWorkshop,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** May run twice at once or after a crash: whoever is ready first wins, and what the other one stored goes. So it does when the recording was deleted meanwhile. */
  async assemble(takeId: string): Promise<void> {
    const recording = await this.recordings.find(this.db.alone, takeId);
    if (recording?.state !== 'sent') return;
    const { bytes: maxBytes, seconds: maxSeconds } = this.policy.values.limits.recording;
    const parts = wholeParts(await this.chunks.all(this.db.alone, takeId)).map((part) => this.bytes.inARow(part.map(({ object }) => object)));
    const rewritten = await this.workshop.rewrite(parts, { kind: recording.kind, maxBytes, maxSeconds });
    if ('fault' in rewritten) {
      await this.db.transaction((tx) => this.recordings.settle(tx, takeId, rewritten));
      return;
    }
    const { contentType, durationMs, bytes, body } = rewritten;
    const { id: object } = await this.bytes.hold(recording.subjectId, contentType, body, bytes);
    await this.db.transaction(async (tx) => {
      const until = await this.recordings.settle(tx, takeId, { object, contentType, bytes, durationMs: Math.round(durationMs) });
      return until ? this.bytes.keep(tx, object, until) : this.bytes.drop(tx, object);
    });
  }
}
