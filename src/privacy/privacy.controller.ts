import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type Actor, Me, RateLimiter, SignedIn, View } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { heldRows } from './holdings.js';
import { byKind, holdingsView, type HoldingsView } from './privacy.dto.js';
import { DataRequests } from './requests/data-requests.js';
import { asRequest, dataRequestsView, type DataRequestsView, dataRequestView, type DataRequestView, requestBody, type RequestBody } from './requests/data-requests.dto.js';

const DAY = 86_400;

/** What is held of whoever asks, and what they ask of us about it. */
@Controller('api/privacy')
export class PrivacyController {
  constructor(
    private readonly requests: DataRequests,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get('holdings')
  @SignedIn()
  @View(holdingsView)
  async myHoldings(@Me() { id }: Actor): Promise<HoldingsView> {
    await this.limiter.take({ key: `holdings:${id}`, limit: this.policy.values.limits.rates.holdingsPerMinute, seconds: 60 });
    return byKind(await heldRows(this.db.alone, this.policy, id), this.policy);
  }

  @Get('requests')
  @SignedIn()
  @View(dataRequestsView)
  async myRequests(@Me() { id }: Actor): Promise<DataRequestsView> {
    return { requests: (await this.requests.listMine(id)).map(asRequest) };
  }

  @Post('requests')
  @SignedIn()
  @HttpCode(201)
  @View(dataRequestView, 201)
  async askAboutMyData(@Me() { id }: Actor, @Body({ schema: requestBody }) body: RequestBody): Promise<DataRequestView> {
    await this.limiter.take({ key: `data-request:${id}`, limit: this.policy.values.limits.rates.dataRequestsPerDay, seconds: DAY });
    return asRequest(await this.requests.ask(id, body));
  }
}
