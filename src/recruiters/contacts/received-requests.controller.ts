import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import {
  acceptanceBody, type AcceptanceBody, afterQuery, asReceived, type CountedOn, receivedRequestsView, type ReceivedRequestsView, receivedRequestView, type ReceivedRequestView, refusalBody, type RefusalBody,
} from './contacts.dto.js';
import { followUpTerms } from './follow-up-terms.js';
import { ReceivedRequests } from './received-requests.js';

/** As much of a request as the record of a consent needs. */
interface Asking {
  readonly ip: string;
  readonly headers: { readonly 'user-agent'?: string };
}

/** What organisations ask whoever is signed in, and the answers. */
@Controller('api/contact-requests/mine')
export class ReceivedRequestsController {
  private readonly terms: CountedOn;

  constructor(
    private readonly requests: ReceivedRequests,
    private readonly db: Database,
    policy: Policy,
  ) {
    this.terms = followUpTerms(policy);
  }

  @Get()
  @For('candidate')
  @View(receivedRequestsView)
  async contactRequestsToMe(@Me() actor: Actor, @Query({ schema: afterQuery }) { after }: { after?: string }): Promise<ReceivedRequestsView> {
    const { requests, next } = await this.requests.list(this.db.alone, actor.id, after ?? null);
    return { requests: requests.map((request) => asReceived(request, this.terms)), next };
  }

  @Post(':id/acceptance')
  @For('candidate')
  @HttpCode(200)
  @View(receivedRequestView)
  async acceptContactRequest(@Me() actor: Actor, @Id() id: string, @Body({ schema: acceptanceBody }) act: AcceptanceBody, @Req() { ip, headers }: Asking): Promise<ReceivedRequestView> {
    const caller = { network: ip, agent: headers['user-agent'] ?? '' };
    const accepted = await this.db.transaction((tx) => this.requests.accept(tx, id, { ...act, ...caller, subjectId: actor.id }));
    return asReceived(accepted, this.terms);
  }

  @Post(':id/refusal')
  @For('candidate')
  @HttpCode(200)
  @View(receivedRequestView)
  async declineContactRequest(@Me() actor: Actor, @Id() id: string, @Body({ schema: refusalBody }) { reason }: RefusalBody): Promise<ReceivedRequestView> {
    return asReceived(await this.db.transaction((tx) => this.requests.decline(tx, actor.id, id, reason)), this.terms);
  }
}
