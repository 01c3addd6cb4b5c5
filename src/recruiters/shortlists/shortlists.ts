import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { Database, type Tx, violates } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { type ListedTalent } from '../talent/listed-talent.js';
import { TalentListings } from '../talent/talent-listings.js';
import { type Entry, MOST, type ShortlistLine } from './shortlist.js';
import { ShortlistEntryRepository } from './shortlist-entries.repository.js';
import { nameTaken, shortlistsFull } from './shortlists.errors.js';
import { ShortlistRepository } from './shortlists.repository.js';

/** Somebody's place beside what the organisation sees of them now; null when it sees nothing any more. */
export interface ShownEntry {
  readonly entry: Entry;
  readonly talent: ListedTalent | null;
}

/** The shortlists of an organisation, which its recruiters share. AppErrors of `Seats.searching`. */
@Injectable()
export class Shortlists {
  constructor(
    private readonly shortlists: ShortlistRepository,
    private readonly entries: ShortlistEntryRepository,
    private readonly listings: TalentListings,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** Says where `talentId` stands, as long as they can be found. */
  list(accountId: string, talentId: string | null): Promise<ShortlistLine[]> {
    return this.seated(accountId, async (tx, seat) => {
      const isFound = talentId !== null && (await this.listings.find(tx, seat, talentId)) !== null;
      return this.shortlists.list(tx, seat.organisationId, isFound ? talentId : null);
    });
  }

  /** AppErrors `recruiters.shortlist_name_taken`, `recruiters.shortlists_full`. */
  create(accountId: string, name: string): Promise<{ id: string; name: string }> {
    return this.seated(accountId, async (tx, seat) => {
      await this.shortlists.lockShelf(tx, seat.organisationId);
      if ((await this.shortlists.count(tx, seat.organisationId)) >= MOST.shortlists) throw shortlistsFull(MOST.shortlists);
      const id = newId();
      await onceNamed(this.shortlists.add(tx, seat.organisationId, id, name));
      return { id, name };
    });
  }

  read(accountId: string, id: string): Promise<{ id: string; name: string; entries: ShownEntry[] }> {
    return this.seated(accountId, async (tx, seat) => {
      const shortlist = await this.shortlists.getMine(tx, seat.organisationId, id);
      const entries = await this.entries.list(tx, seat.organisationId, id);
      const talents = await this.listings.findMany(tx, seat, entries.flatMap(({ talentId }) => talentId ?? []));
      return { ...shortlist, entries: entries.map((entry) => shown(entry, talents.get(entry.talentId ?? '') ?? null)) };
    });
  }

  /** AppError `recruiters.shortlist_name_taken`. */
  rename(accountId: string, id: string, name: string): Promise<void> {
    return this.seated(accountId, (tx, seat) => onceNamed(this.shortlists.rename(tx, seat.organisationId, id, name)));
  }

  delete(accountId: string, id: string): Promise<void> {
    return this.seated(accountId, (tx, seat) => this.shortlists.delete(tx, seat.organisationId, id));
  }

  private seated<T>(accountId: string, work: (tx: Tx, seat: Seat) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => work(tx, await this.seats.searching(tx, accountId)));
  }
}

/** Whoever hides from the organisation takes along what was written about them. */
export function shown(entry: Entry, talent: ListedTalent | null): ShownEntry {
  return { talent, entry: talent ? entry : { ...entry, talentId: null, tags: [], notes: 0 } };
}

async function onceNamed(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (violates(error, 'shortlist_name')) throw nameTaken();
    throw error;
  }
}
