import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { readPosition } from '../read-position.js';
import { deliveryBody, type DeliveryBody, takeBody, type TakeBody, takeView, type TakeView } from './recordings.dto.js';
import { Takes } from './takes.js';

const HOUR = 3600;

/** Answers that are spoken, kept or not. */
@Controller('api')
export class TakesController {
  constructor(
    private readonly takes: Takes,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** Begins a take, in the place of the one before it. Without a consent to keep it nothing of it is sent: `kept` is false. */
  @Post('interviews/:id/answers/:position/takes')
  @For('candidate')
  @View(takeView, 201)
  async beginTake(@Me() actor: Actor, @Id() id: string, @Param('position') place: string, @Body({ schema: takeBody }) body: TakeBody): Promise<TakeView> {
    const position = readPosition(place);
    await this.limiter.take({ key: `takes:${actor.id}`, limit: this.policy.values.limits.rates.takesPerHour, seconds: HOUR });
    return this.db.transaction((tx) => this.takes.begin(tx, actor.id, id, position, body));
  }

  /** The question counts as not spoken then, and what was typed stays. The take is still counted. */
  @Delete('takes/:takeId')
  @For('candidate')
  @HttpCode(204)
  throwTakeAway(@Me() actor: Actor, @Id('takeId') takeId: string): Promise<void> {
    return this.db.transaction((tx) => this.takes.throwAway(tx, actor.id, takeId));
  }

  /** How the take was spoken, as the browser measured it. Never a part of the score. */
  @Put('takes/:takeId/delivery')
  @For('candidate')
  @HttpCode(204)
  keepDelivery(@Me() actor: Actor, @Id('takeId') takeId: string, @Body({ schema: deliveryBody }) body: DeliveryBody): Promise<void> {
    return this.db.transaction((tx) => this.takes.keepDelivery(tx, actor.id, takeId, body));
  }
}
