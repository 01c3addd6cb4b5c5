import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { TalentCards } from '../search/talent-cards.js';
import { ContactDesk } from './contact-desk.js';
import {
  asFollowUps, asSent, type CountedOn, requestBody, type RequestBody, requestsQuery, type RequestsQuery, sentRequestsView, type SentRequestsView, sentRequestView, type SentRequestView,
} from './contacts.dto.js';
import { followUpTerms } from './follow-up-terms.js';

/** What an organisation asks people it found. */
@Controller('api/contact-requests')
export class SentRequestsController {
  private readonly terms: CountedOn;

  constructor(
    private readonly desk: ContactDesk,
    private readonly cards: TalentCards,
    policy: Policy,
  ) {
    this.terms = followUpTerms(policy);
  }

  @Post()
  @For('recruiter')
  @View(sentRequestView, 201)
  async sendContactRequest(@Me() actor: Actor, @Body({ schema: requestBody }) wish: RequestBody): Promise<SentRequestView> {
    return asSent(await this.desk.send(actor.id, wish), actor.id, this.cards);
  }

  @Get()
  @For('recruiter')
  @View(sentRequestsView)
  async sentContactRequests(@Me() actor: Actor, @Query({ schema: requestsQuery }) { state, talentId, after }: RequestsQuery): Promise<SentRequestsView> {
    const { requests, next, followUps } = await this.desk.list(actor.id, { state: state ?? null, talentId: talentId ?? null, after: after ?? null });
    return { requests: requests.map((shown) => asSent(shown, actor.id, this.cards)), next, followUps: asFollowUps(followUps, this.terms) };
  }

  @Get(':id')
  @For('recruiter')
  @View(sentRequestView)
  async sentContactRequest(@Me() actor: Actor, @Id() id: string): Promise<SentRequestView> {
    return asSent(await this.desk.read(actor.id, id), actor.id, this.cards);
  }

  @Delete(':id')
  @For('recruiter')
  @HttpCode(204)
  takeBackContactRequest(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.desk.takeBack(actor.id, id);
  }

  @Post(':id/follow-up')
  @For('recruiter')
  @HttpCode(200)
  @View(sentRequestView)
  async followUpContactRequest(@Me() actor: Actor, @Id() id: string): Promise<SentRequestView> {
    return asSent(await this.desk.followUp(actor.id, id), actor.id, this.cards);
  }
}
