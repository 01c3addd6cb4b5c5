import { Injectable } from '@nestjs/common';
import { asRole, Database, type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { type Sought } from './conditions.js';
import { COUNTED, type FoundRow, FoundTalentRepository, RANKED, type Tally } from './found-talent.repository.js';
import { type Cursor, readCursor, writeCursor } from './page-cursor.js';
import { facetIds, type SavedQuery, type TalentQuery, type TalentView } from './search.dto.js';
import { SearchRate } from './search-rate.js';
import { SearchTerms } from './search-terms.js';
import { TalentCards } from './talent-cards.js';

const PAGE = 20;

/** Finds listed people for those who may search. It reads as a role that can see what is listed, and nothing else. */
@Injectable()
export class TalentSearch {
  constructor(
    private readonly rate: SearchRate,
    private readonly seats: Seats,
    private readonly terms: SearchTerms,
    private readonly found: FoundTalentRepository,
    private readonly cards: TalentCards,
    private readonly db: Database,
  ) {}

  /** A page, with how many fit and what there is to narrow it by. AppErrors of `Seats.searching`, `SearchRate.takeSearch` and `requireKnown`. */
  async search(accountId: string, { after, ...query }: TalentQuery): Promise<TalentView> {
    const [seat] = await Promise.all([this.seats.searching(this.db.alone, accountId), this.rate.takeSearch(accountId)]);
    this.requireKnown(query);
    const { sought, rows, found, tallies } = await this.db.reading('viva_talent', async (tx, now) => {
      const sought = this.terms.sought(seat, query, now);
      return { sought, rows: await this.page(tx, sought, readCursor(after)), ...(await this.found.tally(tx, sought)) };
    });
    const asked = this.terms.skillNames(query);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      talent: rows.slice(0, PAGE).map((row) => this.cards.of(row, asked)),
      total: { count: Math.min(found, COUNTED), isCapped: found > COUNTED },
      rankedOnly: isRanked(sought) && found > RANKED ? RANKED : null,
      facets: this.facets(tallies),
      next: last ? writeCursor(cursorAt(last, sought)) : null,
    };
  }

  /** AppError `recruiters.unknown_competency`. */
  requireKnown(query: SavedQuery): void {
    this.terms.requireKnown(query);
  }

  /** To be asked before `listedBetween` is: so many searches are counted for this account. */
  mayCount(accountId: string, searches: number): Promise<void> {
    return this.rate.takeCounts(accountId, searches);
  }

  /** How many fit who were listed after `after` and not after `until`, up to 1,000. */
  async listedBetween(tx: Tx, seat: Seat, query: SavedQuery, after: Date, until: Date): Promise<number> {
    const sought = this.terms.sought(seat, query, seat.seenAt);
    return asRole(tx, 'viva_talent', async () => Math.min(await this.found.countListed(tx, sought, after, until), COUNTED));
  }

  private page(tx: Tx, sought: Sought, after: Cursor | null): Promise<FoundRow[]> {
    const { sort, text } = sought.query;
    if (sort === 'newest') return this.found.newest(tx, sought, after, PAGE + 1);
    if (isRanked(sought) && text) return this.found.byRelevance(tx, sought, text, after, PAGE + 1);
    return this.found.byScore(tx, sought, after, PAGE + 1);
  }

  private facets(tallies: readonly Tally[]): TalentView['facets'] {
    return facetIds.map((id) => ({
      id,
      values: tallies.filter((tally) => tally.id === id).map(({ value, label, count }) => ({ value, label: id === 'level' ? this.cards.levelTitle(label) : label, count })),
    }));
  }
}

const isRanked = ({ query: { sort, text } }: Sought): boolean => sort === 'relevance' && Boolean(text);

function cursorAt({ talentId, scores, listedAt, rank }: FoundRow, { query: { sort } }: Sought): Cursor {
  if (rank !== undefined) return { at: 'ranked', by: String(rank), id: talentId };
  if (sort === 'newest') return { at: 'listed', by: listedAt, id: talentId };
  return scores ? { at: 'scored', by: scores.overall, id: talentId } : { at: 'unscored', id: talentId };
}
