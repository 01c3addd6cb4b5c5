import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { asLink, type ClientLinksView } from './client-links.dto.js';
import { ClientLinks, type ClientLinkWish } from './client-links.js';

const DAY = 86_400;

/** What recruiters do with links for clients, each in one transaction. AppErrors of `Seats.searching` and `ClientLinks`. */
@Injectable()
export class ClientLinkDesk {
  constructor(
    private readonly links: ClientLinks,
    private readonly seats: Seats,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  list(accountId: string, templateId: string): Promise<ClientLinksView> {
    return this.seated(accountId, async (tx, seat) => {
      const { links, shareable } = await this.links.list(tx, seat, templateId);
      return { links: links.map(asLink), shareable, mostDays: this.links.mostDays, mostPeople: this.policy.values.clientLinks.people };
    });
  }

  /** AppError `http.too_many_requests` beyond the policy's `clientLinksPerDay`. */
  async make(accountId: string, templateId: string, wish: ClientLinkWish): Promise<string> {
    await this.limiter.take({ key: `client links:${accountId}`, limit: this.policy.values.limits.rates.clientLinksPerDay, seconds: DAY });
    return this.seated(accountId, (tx, seat) => this.links.make(tx, seat, templateId, wish));
  }

  revoke(accountId: string, id: string): Promise<void> {
    return this.seated(accountId, (tx, seat) => this.links.revoke(tx, seat, id));
  }

  private seated<T>(accountId: string, work: (tx: Tx, seat: Seat) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => work(tx, await this.seats.searching(tx, accountId)));
  }
}
