import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me } from '../../platform/http/index.js';
import { accountGiftBody, type AccountGiftBody } from './entitlements.dto.js';
import { Gifts } from './gifts.js';

@Controller('api/operator/payments/gifts')
export class GiftsController {
  constructor(
    private readonly gifts: Gifts,
    private readonly db: Database,
  ) {}

  @Post()
  @For('operator')
  @HttpCode(204)
  async giveCredits(@Me() actor: Actor, @Body({ schema: accountGiftBody }) gift: AccountGiftBody): Promise<void> {
    await this.db.transaction((tx) => this.gifts.give(tx, actor.id, gift));
  }
}
