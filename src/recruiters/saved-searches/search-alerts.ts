import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Notifications } from '../../notifications/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { TalentSearch } from '../search/talent-search.js';
import { type NewMatches, newMatchesMail, newMatchesNote } from './new-matches.mail.js';
import { type SavedSearch, SavedSearchRepository } from './saved-searches.repository.js';

/** Nobody is told more often than this, and the job of every morning still finds those it told yesterday. */
export const QUIET_FOR = '20 hours';
// A listing carries the moment its transaction began; by now every one that is older has been committed or given up.
const SETTLED_MS = 60_000;
const MOST = 1000;

/** Tells recruiters of newly listed people who fit what they saved. What is said is counted in the transaction that hands the mail in. */
@Injectable()
export class SearchAlerts {
  constructor(
    private readonly searches: SavedSearchRepository,
    private readonly talent: TalentSearch,
    private readonly seats: Seats,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  /** Tells the recruiter once, with one mail for all searches; nothing when nobody new fits, or when they may not search any more. */
  async tell(tx: Tx, accountId: string): Promise<void> {
    await this.searches.lockMine(tx, accountId);
    const due = await this.searches.dueForNews(tx, QUIET_FOR, { only: accountId }, 1);
    const seat = due.length > 0 ? await this.seatOf(tx, accountId) : null;
    if (!seat) return;
    const matches = await this.count(tx, seat);
    if (matches.length === 0) return;
    await this.notifications.note(tx, { accountId, ...newMatchesNote(matches) });
    await this.notifications.deliver(tx, { accountId, category: 'alerts', mail: newMatchesMail(matches) });
  }

  private async count(tx: Tx, seat: Seat): Promise<NewMatches[]> {
    const until = settledAt(await this.clock.now(tx));
    const matches: NewMatches[] = [];
    for (const search of await this.searches.listMine(tx, seat.accountId, MOST)) {
      const found = search.alerts ? await this.talent.listedBetween(tx, seat, search.query, unheardSince(search), until) : 0;
      if (found === 0) continue;
      matches.push({ name: search.name, people: found });
      await this.searches.told(tx, search.id);
    }
    return matches;
  }

  private async seatOf(tx: Tx, accountId: string): Promise<Seat | null> {
    try {
      return await this.seats.searching(tx, accountId);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
}

/** Up to when everybody who was listed can be counted at a moment. */
const settledAt = (now: Date): Date => new Date(now.getTime() - SETTLED_MS);

/** Whoever was listed after this moment was neither seen by the recruiter nor told of. */
function unheardSince({ lookedAt, toldAt }: SavedSearch): Date {
  const toldUntil = toldAt && settledAt(toldAt);
  return toldUntil && toldUntil > lookedAt ? toldUntil : lookedAt;
}
