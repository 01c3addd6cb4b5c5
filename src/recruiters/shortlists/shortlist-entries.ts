import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { AccountContacts } from '../../accounts/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { TalentListings } from '../talent/talent-listings.js';
import { MOST, type Note, type Stage } from './shortlist.js';
import { ShortlistEntryRepository } from './shortlist-entries.repository.js';
import { noLongerAvailable, notesFull, shortlistFull } from './shortlists.errors.js';
import { ShortlistRepository } from './shortlists.repository.js';
import { shown, type ShownEntry } from './shortlists.js';

/** A note with who wrote it; null when they have left this place. */
export interface SignedNote extends Note {
  readonly author: string | null;
}

/** Somebody's place on a shortlist, and what the organisation writes there. AppErrors of `Seats.searching`. */
@Injectable()
export class ShortlistEntries {
  constructor(
    private readonly shortlists: ShortlistRepository,
    private readonly entries: ShortlistEntryRepository,
    private readonly listings: TalentListings,
    private readonly contacts: AccountContacts,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** Whoever stands there already stays where they are. AppError `recruiters.shortlist_full`; 404 for whoever cannot be found. */
  add(accountId: string, shortlistId: string, talentId: string): Promise<ShownEntry> {
    return this.seated(accountId, async (tx, seat) => {
      await this.shortlists.lockMine(tx, seat.organisationId, shortlistId);
      if (!(await this.listings.hold(tx, seat, talentId))) throw notFound();
      if (!(await this.entries.holds(tx, shortlistId, talentId)) && (await this.entries.count(tx, shortlistId)) >= MOST.entries) throw shortlistFull(MOST.entries);
      return this.look(tx, seat, await this.entries.add(tx, shortlistId, talentId));
    });
  }

  /** How many were moved: those of the ids that stand on this shortlist. */
  move(accountId: string, shortlistId: string, ids: readonly string[], stage: Stage): Promise<number> {
    return this.seated(accountId, async (tx, seat) => {
      await this.shortlists.lockMine(tx, seat.organisationId, shortlistId);
      return this.entries.move(tx, shortlistId, ids, stage);
    });
  }

  /** With the notes, the newest first. */
  read(accountId: string, id: string): Promise<ShownEntry & { notes: SignedNote[] }> {
    return this.seated(accountId, async (tx, seat) => {
      const found = await this.look(tx, seat, id);
      return { ...found, notes: found.talent ? await this.signed(tx, await this.entries.notes(tx, id)) : [] };
    });
  }

  /** AppError `recruiters.no_longer_available`. */
  tag(accountId: string, id: string, tags: readonly string[]): Promise<ShownEntry> {
    return this.written(accountId, id, async (tx, talentId) => this.entries.tag(tx, id, talentId, tags));
  }

  /** AppErrors `recruiters.no_longer_available`, `recruiters.notes_full`. */
  write(accountId: string, id: string, text: string): Promise<ShownEntry> {
    return this.written(accountId, id, async (tx, talentId, { notes }) => {
      if (notes >= MOST.notes) throw notesFull(MOST.notes);
      await this.entries.write(tx, id, { talentId, authorId: accountId, text });
    });
  }

  unwrite(accountId: string, id: string, noteId: string): Promise<void> {
    return this.seated(accountId, async (tx, seat) => {
      await this.entries.getMineLocked(tx, seat.organisationId, id);
      if (!(await this.look(tx, seat, id)).talent) throw notFound();
      await this.entries.unwrite(tx, id, noteId, accountId);
    });
  }

  remove(accountId: string, id: string): Promise<void> {
    return this.seated(accountId, async (tx, seat) => {
      await this.entries.getMineLocked(tx, seat.organisationId, id);
      await this.entries.remove(tx, id);
    });
  }

  private written(accountId: string, id: string, work: (tx: Tx, talentId: string, entry: ShownEntry['entry']) => Promise<void>): Promise<ShownEntry> {
    return this.seated(accountId, async (tx, seat) => {
      const before = await this.look(tx, seat, id);
      // First the listing, then the entry, as a withdrawal goes: two who went the other way round would wait for each other.
      if (before.entry.talentId === null || !(await this.entries.holdListing(tx, before.entry.talentId))) throw noLongerAvailable();
      await this.entries.getMineLocked(tx, seat.organisationId, id);
      const { entry } = await this.look(tx, seat, id);
      if (entry.talentId === null) throw noLongerAvailable();
      await work(tx, before.entry.talentId, entry);
      return this.look(tx, seat, id);
    });
  }

  private async look(tx: Tx, seat: Seat, id: string): Promise<ShownEntry> {
    const entry = await this.entries.getMine(tx, seat.organisationId, id);
    return shown(entry, entry.talentId === null ? null : await this.listings.find(tx, seat, entry.talentId));
  }

  private async signed(tx: Tx, notes: readonly Note[]): Promise<SignedNote[]> {
    const names = new Map<string, string | null>();
    for (const authorId of new Set(notes.flatMap((note) => note.authorId ?? []))) names.set(authorId, (await this.contacts.find(tx, authorId))?.name ?? null);
    return notes.map((note) => ({ ...note, author: names.get(note.authorId ?? '') ?? null }));
  }

  private seated<T>(accountId: string, work: (tx: Tx, seat: Seat) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => work(tx, await this.seats.searching(tx, accountId)));
  }
}
