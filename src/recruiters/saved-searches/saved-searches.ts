import { Injectable } from '@nestjs/common';
import { newId, notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { TalentSearch } from '../search/talent-search.js';
import { savedSearchesFull } from './saved-searches.errors.js';
import { type SavedSearch, type SavedSearchChange, SavedSearchRepository } from './saved-searches.repository.js';

// Each is run when the list is opened; a list of more is one that nobody reads.
const MOST = 30;

/** A saved search, and how many who fit it are new. */
export interface FoundSearch {
  readonly search: SavedSearch;
  readonly newlyListed: number;
}

/** A recruiter's own searches: keep one, find it again, change it, throw it away. Only for those who may search. */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly searches: SavedSearchRepository,
    private readonly talent: TalentSearch,
    private readonly seats: Seats,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** AppErrors as of `Seats.searching` and `TalentSearch.mayCount`. */
  async list(accountId: string): Promise<FoundSearch[]> {
    const searches = await this.db.transaction(async (tx) => {
      await this.seats.searching(tx, accountId);
      return this.searches.listMine(tx, accountId, MOST);
    });
    await this.talent.mayCount(accountId, searches.length);
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.searching(tx, accountId);
      const found: FoundSearch[] = [];
      for (const search of searches) found.push(await this.counted(tx, seat, search));
      return found;
    });
  }

  /** AppErrors `recruiters.saved_searches_full`, `recruiters.unknown_competency`. Everyone listed by now counts as seen. */
  async save(accountId: string, wish: Pick<SavedSearch, 'name' | 'query' | 'alerts'>): Promise<FoundSearch> {
    this.talent.requireKnown(wish.query);
    await this.talent.mayCount(accountId, 1);
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.searching(tx, accountId);
      await this.searches.lockMine(tx, accountId);
      if ((await this.searches.listMine(tx, accountId, MOST)).length === MOST) throw savedSearchesFull(MOST);
      const id = newId();
      await this.searches.add(tx, accountId, { id, ...wish });
      return this.counted(tx, seat, await this.searches.getMine(tx, accountId, id));
    });
  }

  /** AppError `recruiters.unknown_competency`. */
  async change(accountId: string, id: string, change: SavedSearchChange): Promise<FoundSearch> {
    if (change.query) this.talent.requireKnown(change.query);
    return this.changed(accountId, id, (tx) => this.searches.changeMine(tx, accountId, id, change));
  }

  /** From now on, everyone listed by now counts as seen. */
  look(accountId: string, id: string): Promise<FoundSearch> {
    return this.changed(accountId, id, (tx) => this.searches.lookMine(tx, accountId, id));
  }

  async delete(accountId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.searches.deleteMine(tx, accountId, id))) throw notFound();
    });
  }

  private async changed(accountId: string, id: string, change: (tx: Tx) => Promise<void>): Promise<FoundSearch> {
    await this.talent.mayCount(accountId, 1);
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.searching(tx, accountId);
      await change(tx);
      return this.counted(tx, seat, await this.searches.getMine(tx, accountId, id));
    });
  }

  private async counted(tx: Tx, seat: Seat, search: SavedSearch): Promise<FoundSearch> {
    return { search, newlyListed: await this.talent.listedBetween(tx, seat, search.query, search.lookedAt, await this.clock.now(tx)) };
  }
}
