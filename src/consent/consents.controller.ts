import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type Actor, Me, SignedIn, View } from '../platform/http/index.js';
import { CalledBy, type Caller } from './caller.js';
import { ConsentViews } from './consent-views.js';
import {
  consentBody, type ConsentBody, consentStateView, type ConsentStateView, consentsView, type ConsentsView, disclosuresQuery, type DisclosuresQuery, disclosuresView, type DisclosuresView,
  historyQuery, historyView, type HistoryView, withdrawalQuery, type WithdrawalQuery,
} from './consent.dto.js';
import { OwnConsents } from './own-consents.js';

/** What whoever asks allows, and takes back: by the same switch, or by a program. */
@Controller('api/consents')
export class ConsentsController {
  constructor(
    private readonly own: OwnConsents,
    private readonly views: ConsentViews,
    private readonly db: Database,
  ) {}

  @Get()
  @SignedIn()
  @View(consentsView)
  async myConsents(@Me() { id }: Actor): Promise<ConsentsView> {
    return { consents: await this.views.states(this.db.alone, id) };
  }

  @Post()
  @SignedIn()
  @HttpCode(200)
  @View(consentStateView)
  giveConsent(@Me() { id }: Actor, @Body({ schema: consentBody }) body: ConsentBody, @CalledBy() caller: Caller): Promise<ConsentStateView> {
    return this.own.give(id, body, caller);
  }

  @Delete(':purpose')
  @SignedIn()
  @HttpCode(204)
  withdrawConsent(@Me() { id }: Actor, @Param('purpose') purpose: string, @Query({ schema: withdrawalQuery }) query: WithdrawalQuery, @CalledBy() caller: Caller): Promise<void> {
    return this.own.withdraw(id, purpose, query, caller);
  }

  @Get('history')
  @SignedIn()
  @View(historyView)
  consentHistory(@Me() { id }: Actor, @Query({ schema: historyQuery }) { before }: { before?: number }): Promise<HistoryView> {
    return this.views.history(this.db.alone, id, before);
  }

  @Get('disclosures')
  @SignedIn()
  @View(disclosuresView)
  myDisclosures(@Me() { id }: Actor, @Query({ schema: disclosuresQuery }) asked: DisclosuresQuery): Promise<DisclosuresView> {
    return this.views.disclosed(this.db.alone, id, asked);
  }
}
