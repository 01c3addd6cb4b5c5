import { type ServerResponse } from 'node:http';
import { Controller, Get, Headers, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { type Actor, For, Id, Me, Public, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { readPosition } from '../read-position.js';
import { QuestionVoices } from './question-voices.js';
import { voiceView, type VoiceView } from './speech.dto.js';
import { Voices } from './voices.js';
import { whileConnected } from './while-connected.js';

const HOUR = 3600;

interface Asking {
  readonly ip: string;
}

interface Reply {
  readonly raw: ServerResponse;
  status(code: number): Reply;
  headers(all: Readonly<Record<string, string>>): Reply;
}

/** Questions, read aloud by somebody else than the browser. */
@Controller('api')
export class VoicesController {
  constructor(
    private readonly questions: QuestionVoices,
    private readonly voices: Voices,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Get('voice')
  @Public()
  @View(voiceView)
  voice(): VoiceView {
    return { name: this.voices.offered[0]?.name ?? null };
  }

  /** A question of the bank, the same bytes for everybody; nothing of whoever listens is sent to anybody. */
  @Get('questions/:questionId/voice')
  @Public()
  @ApiProduces('audio/mpeg')
  @ApiResponse({ status: 200, description: 'All of it.' })
  @ApiResponse({ status: 206, description: 'The range that was asked for.' })
  async hearQuestion(@Param('questionId') questionId: string, @Headers('range') range: string | undefined, @Req() { ip }: Asking, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    await this.count(`network:${RateLimiter.networkOf(ip)}`);
    return send(reply, await this.questions.ofBank(questionId, range));
  }

  /** A question as it was asked of the caller. */
  @Get('interviews/:id/answers/:position/voice')
  @For('candidate')
  @ApiProduces('audio/mpeg')
  @ApiResponse({ status: 200, description: 'All of it.' })
  @ApiResponse({ status: 206, description: 'The range that was asked for.' })
  async hearMyQuestion(@Me() actor: Actor, @Id() id: string, @Param('position') place: string, @Headers('range') range: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    const position = readPosition(place);
    await this.count(actor.id);
    return send(reply, await this.questions.ofMine(actor.id, id, position, range, whileConnected(reply.raw)));
  }

  private count(by: string): Promise<void> {
    return this.limiter.take({ key: `voices:${by}`, limit: this.policy.values.limits.rates.voicesPerHour, seconds: HOUR });
  }
}

function send(reply: Reply, { status, headers, stream }: ServedObject): StreamableFile | undefined {
  void reply.status(status).headers(headers);
  // Its type and length stand in the headers already.
  return stream ? new StreamableFile(stream) : undefined;
}
