import { type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { soundUnreadable } from './speech.errors.js';
import { speechView, type SpeechView, transcriptView, type TranscriptView } from './speech.dto.js';
import { SpeechOffers } from './speech-offers.js';
import { Transcripts } from './transcripts.js';
import { whileConnected } from './while-connected.js';

const HOUR = 3600;

interface Reply {
  readonly raw: ServerResponse;
}

/** What is said, written down by somebody else. */
@Controller('api')
export class TranscriptsController {
  constructor(
    private readonly transcripts: Transcripts,
    private readonly offers: SpeechOffers,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get('speech')
  @For('candidate')
  @View(speechView)
  speech(@Me() actor: Actor): Promise<SpeechView> {
    return this.db.transaction((tx) => this.offers.of(tx, actor.id));
  }

  /** The sound of a take, as WAV of one channel, 16 bit, 16 000 samples a second. It is written down and dropped; hanging up breaks it off. */
  @Post('takes/:takeId/transcript')
  @For('candidate')
  @HttpCode(200)
  @ApiConsumes('audio/wav')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @View(transcriptView)
  async writeDown(@Me() actor: Actor, @Id('takeId') takeId: string, @Body() body: unknown, @Res({ passthrough: true }) { raw }: Reply): Promise<TranscriptView> {
    if (!(body instanceof Readable)) throw soundUnreadable();
    await this.limiter.take({ key: `transcripts:${actor.id}`, limit: this.policy.values.limits.rates.transcriptsPerHour, seconds: HOUR });
    const { text, transcriber, timings, fillers } = await this.transcripts.write(actor.id, takeId, body, whileConnected(raw));
    return { text, transcriber, timings: [...timings], fillers };
  }
}
