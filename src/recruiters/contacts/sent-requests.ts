import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx, violates } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Seat } from '../organisations/seats.js';
import { Askable } from './askable.js';
import { ContactNotices } from './contact-notices.js';
import { type FollowUps, type Offer, type RequestState, type SentRequest } from './contact-request.js';
import { askedAlready, askedLately, contactGiven, requestOver, unknownClient } from './contacts.errors.js';
import { SentRequestRepository } from './sent-requests.repository.js';

const DAY = 86_400;
const PAGE = 50;
const hindrances = { open: askedAlready, given: contactGiven, lately: askedLately } as const;

/** Whom an organisation asks, and for what. */
export interface RequestWish extends Omit<Offer, 'clientName'> {
  readonly talentId: string;
  readonly clientId: string | null;
}

/** Those in one state, to one person, before one request; all of them where it is null. */
export interface WhichRequests {
  readonly state: RequestState | null;
  readonly talentId: string | null;
  readonly after: string | null;
}

/** Requests as the organisation that sends them sees them. */
@Injectable()
export class SentRequests {
  constructor(
    private readonly requests: SentRequestRepository,
    private readonly askable: Askable,
    private readonly notices: ContactNotices,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** Counts against what one recruiter may send in a day: AppError `http.too_many_requests`. */
  async mayAsk(accountId: string): Promise<void> {
    await this.limiter.take({ key: `contact requests:${accountId}`, limit: this.policy.values.limits.rates.contactRequestsPerDay, seconds: DAY });
  }

  /** AppErrors `recruiters.asked_already`, `.asked_lately`, `.contact_given`, `.unknown_client`; 404 for whoever cannot be found. */
  async send(tx: Tx, seat: Seat, { talentId, clientId, ...offer }: RequestWish): Promise<SentRequest> {
    const candidateId = await this.askable.hold(tx, seat, talentId);
    const client = clientId === null ? null : seat.clients.find(({ id }) => id === clientId);
    if (client === undefined) throw unknownClient();
    const { openFor, remindAfter, askAgainAfter } = this.policy.values.contactRequests;
    const hindrance = await this.requests.hindrance(tx, seat.organisationId, { candidateId, talentId }, askAgainAfter.iso);
    if (hindrance !== null) throw hindrances[hindrance]();
    const request = {
      ...offer, id: newId(), talentId, clientName: client?.name ?? null,
      openFor: openFor.iso, remindAfter: remindAfter.iso, keptFor: this.policy.periodOf('contactRequests').iso,
    };
    await this.add(tx, seat, candidateId, request);
    await this.notices.asked(tx, { ...request, candidateId, organisationName: seat.organisationName, organisationDomain: seat.domain, isDomainVerified: seat.isDomainVerified, endsAt: openFor.after(await this.clock.now(tx)) });
    return this.requests.getMine(tx, seat, request.id);
  }

  /** The newest first, and the id to go on from. */
  async list(tx: Tx, seat: Seat, which: WhichRequests): Promise<{ requests: SentRequest[]; next: string | null }> {
    const found = await this.requests.list(tx, seat, { ...which, count: PAGE + 1 });
    const requests = found.slice(0, PAGE);
    return { requests, next: found.length > PAGE ? (requests.at(-1)?.id ?? null) : null };
  }

  read(tx: Tx, seat: Seat, id: string): Promise<SentRequest> {
    return this.requests.getMine(tx, seat, id);
  }

  /** AppError `recruiters.request_over` when it was answered meanwhile. */
  async takeBack(tx: Tx, seat: Seat, id: string): Promise<void> {
    await this.requests.getMine(tx, seat, id);
    if (!(await this.requests.takeBack(tx, seat, id))) throw requestOver();
  }

  /** The organisation says that it has written to somebody who said yes. AppError `recruiters.request_over` without a yes. */
  async followUp(tx: Tx, seat: Seat, id: string): Promise<SentRequest> {
    await this.requests.getMine(tx, seat, id);
    if (!(await this.requests.followUp(tx, seat, id))) throw requestOver();
    return this.requests.getMine(tx, seat, id);
  }

  followUps(tx: Tx, seat: Seat): Promise<FollowUps> {
    const { followUpWithin, followUpsOf } = this.policy.values.contactRequests;
    return this.requests.followUps(tx, seat.organisationId, { within: followUpWithin.iso, of: followUpsOf.iso });
  }

  private async add(...request: Parameters<SentRequestRepository['add']>): Promise<void> {
    try {
      await this.requests.add(...request);
    } catch (error) {
      if (violates(error, 'contact_request_open')) throw askedAlready();
      throw error;
    }
  }
}
