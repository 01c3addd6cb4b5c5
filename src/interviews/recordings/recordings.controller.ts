import { Body, Controller, Delete, Get, Header, Headers, HttpCode, Param, Post, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { notFound } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ChunkIntake } from './chunk-intake.js';
import { chunkView, type ChunkView, completionBody, type CompletionBody, recordingView as recordingSchema, type RecordingView } from './recordings.dto.js';
import { Recordings, recordingView } from './recordings.js';
import { Replays } from './replays.js';

const HOUR = 3600;

interface Reply {
  status(code: number): Reply;
  headers(all: Readonly<Record<string, string>>): Reply;
}

/** Spoken answers that are kept, under the consent of their session. */
@Controller('api/recordings/:takeId')
export class RecordingsController {
  constructor(
    private readonly recordings: Recordings,
    private readonly intake: ChunkIntake,
    private readonly replays: Replays,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(recordingSchema)
  async recording(@Me() actor: Actor, @Id('takeId') takeId: string): Promise<RecordingView> {
    return recordingView(await this.db.transaction((tx) => this.recordings.getMine(tx, actor.id, takeId)));
  }

  /** A piece of a recording; the same piece can be sent any number of times. Parts and pieces are counted from 0. */
  @Put('parts/:part/chunks/:seq')
  @For('candidate')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @View(chunkView)
  async keepChunk(@Me() actor: Actor, @Id('takeId') takeId: string, @Param('part') part: string, @Param('seq') seq: string, @Body() body: unknown): Promise<ChunkView> {
    const place = { takeId, part: count(part), seq: count(seq) };
    await this.limiter.take({ key: `chunks:${actor.id}`, limit: this.policy.values.limits.rates.chunksPerHour, seconds: HOUR });
    await this.intake.keep(actor.id, place, body);
    return { part: place.part, seq: place.seq };
  }

  /** Everything was sent: it is made playable now, which takes a moment. */
  @Post('completion')
  @For('candidate')
  @HttpCode(202)
  @View(recordingSchema, 202)
  async completeRecording(@Me() actor: Actor, @Id('takeId') takeId: string, @Body({ schema: completionBody }) { parts }: CompletionBody): Promise<RecordingView> {
    return recordingView(await this.db.transaction((tx) => this.recordings.complete(tx, actor.id, takeId, parts)));
  }

  @Delete()
  @For('candidate')
  @HttpCode(204)
  deleteRecording(@Me() actor: Actor, @Id('takeId') takeId: string): Promise<void> {
    return this.db.transaction((tx) => this.recordings.delete(tx, actor.id, takeId));
  }

  /** The recording itself, all of it or a range. The consent is asked each time. */
  @Get('media')
  @For('candidate')
  @ApiProduces('video/webm', 'audio/webm', 'video/mp4', 'audio/mp4')
  @ApiResponse({ status: 200, description: 'All of it.' })
  @ApiResponse({ status: 206, description: 'The range that was asked for.' })
  async playRecording(@Me() actor: Actor, @Id('takeId') takeId: string, @Headers('range') range: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    const { status, headers, stream } = await this.db.transaction((tx) => this.recordings.play(tx, actor.id, takeId, range));
    void reply.status(status).headers(headers);
    // Its type and length stand in the headers already.
    return stream ? new StreamableFile(stream) : undefined;
  }

  /** What is said in the recording, as captions for its player. */
  @Get('captions.vtt')
  @For('candidate')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('text/vtt')
  @ApiOkResponse({ schema: { type: 'string' } })
  async recordingCaptions(@Me() actor: Actor, @Id('takeId') takeId: string): Promise<StreamableFile> {
    const captions = await this.db.transaction((tx) => this.replays.captionsOfMine(tx, actor.id, takeId));
    return new StreamableFile(Buffer.from(captions), { type: 'text/vtt; charset=utf-8' });
  }
}

/** A number of a path; anything else is a place that is not there. */
function count(text: string): number {
  if (!/^(0|[1-9]\d{0,4})$/.test(text)) throw notFound();
  return Number(text);
}
