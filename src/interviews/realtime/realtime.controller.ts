import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { readPosition } from '../read-position.js';
import { ConversationTakes } from './conversation-takes.js';
import { Conversations } from './conversations.js';
import { Interviewers } from './interviewers.js';
import { conversationTakeBody, type ConversationTakeBody, lineView, type LineView, offerView, type OfferView } from './realtime.dto.js';

const HOUR = 3600;

/** An interview that is held as a conversation, by an interviewer who speaks. */
@Controller('api')
export class RealtimeController {
  constructor(
    private readonly interviewers: Interviewers,
    private readonly conversations: Conversations,
    private readonly takes: ConversationTakes,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** Who could hold the conversation. */
  @Get('interviewer')
  @For('candidate')
  @View(offerView)
  offeredInterviewer(@Me() actor: Actor): Promise<OfferView> {
    return this.db.transaction((tx) => this.interviewers.offer(tx, actor.id));
  }

  /** A key for one conversation, good for a minute. A POST makes a new one each time. */
  @Post('interviews/:id/conversations')
  @For('candidate')
  @View(lineView, 201)
  async beginConversation(@Me() actor: Actor, @Id() id: string): Promise<LineView> {
    await this.limiter.take({ key: `conversations:${actor.id}`, limit: this.policy.values.limits.rates.takesPerHour, seconds: HOUR });
    return this.conversations.begin(actor.id, id);
  }

  /** Something was said to this question in a conversation. */
  @Post('interviews/:id/answers/:position/conversation-takes')
  @For('candidate')
  @HttpCode(204)
  async beginConversationTake(@Me() actor: Actor, @Id() id: string, @Param('position') place: string, @Body({ schema: conversationTakeBody }) { takeId }: ConversationTakeBody): Promise<void> {
    const position = readPosition(place);
    await this.limiter.take({ key: `takes:${actor.id}`, limit: this.policy.values.limits.rates.takesPerHour, seconds: HOUR });
    await this.db.transaction((tx) => this.takes.begin(tx, actor.id, id, position, takeId));
  }
}
