import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ByToken, type Actor, Id, Me, RateLimiter, SignedIn, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { DataRequests } from './data-requests.js';
import { asRequest, confirmationBody, dataRequestsView, type DataRequestsView, dataRequestView, type DataRequestView, messageBody, type MessageBody, requestBody, type RequestBody } from './data-requests.dto.js';
import { RequestTalk } from './request-talk.js';

const DAY = 86_400;

/** What people ask of us about their data. */
@Controller('api/privacy')
export class MyRequestsController {
  constructor(
    private readonly requests: DataRequests,
    private readonly talk: RequestTalk,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Get('requests')
  @SignedIn()
  @View(dataRequestsView)
  async myRequests(@Me() { id }: Actor): Promise<DataRequestsView> {
    const requests = await this.requests.listMine(id);
    const messages = await this.talk.messagesOf(requests);
    return { requests: requests.map((request) => asRequest(request, messages.get(request.id))) };
  }

  @Post('requests')
  @SignedIn()
  @HttpCode(201)
  @View(dataRequestView, 201)
  async askAboutMyData(@Me() { id }: Actor, @Body({ schema: requestBody }) { jurisdiction, ...asked }: RequestBody): Promise<DataRequestView> {
    await this.limit(id);
    return asRequest(await this.requests.ask(id, { ...asked, jurisdiction: jurisdiction ?? null }));
  }

  @Post('requests/:id/messages')
  @SignedIn()
  @HttpCode(204)
  async writeAboutMyRequest(@Me() actor: Actor, @Id() id: string, @Body({ schema: messageBody }) { body }: MessageBody): Promise<void> {
    await this.limit(actor.id);
    await this.talk.writeAsPerson(actor.id, id, body);
  }

  /** Once, within 30 days of the answer. */
  @Post('requests/:id/reopening')
  @SignedIn()
  @HttpCode(204)
  async reopenMyRequest(@Me() actor: Actor, @Id() id: string, @Body({ schema: messageBody }) { body }: MessageBody): Promise<void> {
    await this.limit(actor.id);
    await this.talk.reopen(actor.id, id, body);
  }

  /** Says that a letter was theirs, by the link mailed to the address of the account. */
  @Post('request-confirmations')
  @ByToken('request')
  @HttpCode(204)
  async confirmRequest(@Body({ schema: confirmationBody }) { token }: { token: string }): Promise<void> {
    await this.talk.confirm(token);
  }

  private async limit(accountId: string): Promise<void> {
    await this.limiter.take({ key: `data-request:${accountId}`, limit: this.policy.values.limits.rates.dataRequestsPerDay, seconds: DAY });
  }
}
