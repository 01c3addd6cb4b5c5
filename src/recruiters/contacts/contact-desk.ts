import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { type ListedTalent } from '../talent/listed-talent.js';
import { TalentListings } from '../talent/talent-listings.js';
import { type FollowUps, type SentRequest } from './contact-request.js';
import { type RequestWish, SentRequests, type WhichRequests } from './sent-requests.js';

/** A request beside what the organisation sees of the person at this moment. */
export interface ShownRequest {
  readonly request: SentRequest;
  readonly talent: ListedTalent | null;
}

/** What recruiters do with requests, each in one transaction. AppErrors of `Seats.searching` and `SentRequests`. */
@Injectable()
export class ContactDesk {
  constructor(
    private readonly requests: SentRequests,
    private readonly listings: TalentListings,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  async send(accountId: string, wish: RequestWish): Promise<ShownRequest> {
    await this.requests.mayAsk(accountId);
    return this.seated(accountId, async (tx, seat) => this.shown(tx, seat, await this.requests.send(tx, seat, wish)));
  }

  list(accountId: string, which: WhichRequests): Promise<{ requests: ShownRequest[]; next: string | null; followUps: FollowUps }> {
    return this.seated(accountId, async (tx, seat) => {
      const { requests, next } = await this.requests.list(tx, seat, which);
      const talents = await this.listings.findMany(tx, seat, requests.flatMap(({ talentId }) => talentId ?? []));
      return { requests: requests.map((request) => ({ request, talent: talents.get(request.talentId ?? '') ?? null })), next, followUps: await this.requests.followUps(tx, seat) };
    });
  }

  read(accountId: string, id: string): Promise<ShownRequest> {
    return this.seated(accountId, async (tx, seat) => this.shown(tx, seat, await this.requests.read(tx, seat, id)));
  }

  takeBack(accountId: string, id: string): Promise<void> {
    return this.seated(accountId, (tx, seat) => this.requests.takeBack(tx, seat, id));
  }

  followUp(accountId: string, id: string): Promise<ShownRequest> {
    return this.seated(accountId, async (tx, seat) => this.shown(tx, seat, await this.requests.followUp(tx, seat, id)));
  }

  private seated<T>(accountId: string, work: (tx: Tx, seat: Seat) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => work(tx, await this.seats.searching(tx, accountId)));
  }

  private async shown(tx: Tx, seat: Seat, request: SentRequest): Promise<ShownRequest> {
    return { request, talent: request.talentId === null ? null : await this.listings.find(tx, seat, request.talentId) };
  }
}
