import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Seats } from '../organisations/seats.js';
import { type CardView } from '../search/search.dto.js';
import { TalentCards } from '../search/talent-cards.js';
import { type ListedTalent } from '../talent/listed-talent.js';
import { TalentListings } from '../talent/talent-listings.js';
import { ExportRecord } from './export-record.js';
import { type Entry, referenceOf } from './shortlist.js';

/** The rows of an exported shortlist, each in a transaction of its own. */
@Injectable()
export class ExportedRows {
  constructor(
    private readonly listings: TalentListings,
    private readonly record: ExportRecord,
    private readonly cards: TalentCards,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** The cells of somebody who may be shown at this moment, written down for them; null for whoever may not. AppErrors of `Seats.searching` and `ProfileViews.record`. */
  take(accountId: string, entry: Entry): Promise<string[] | null> {
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.searching(tx, accountId);
      const held = entry.talentId === null ? null : await this.listings.hold(tx, seat, entry.talentId);
      if (!held) return null;
      await this.record.writeDown(tx, seat, held.talent, held.consented);
      return cells(entry, held.talent, this.cards.of(held.talent));
    });
  }
}

function cells({ id, stage, tags }: Entry, { name, email }: ListedTalent, card: CardView): string[] {
  const { alias, headline, role, level, skills, place, country, remote, languages, availability, scores, certificate } = card;
  const shown = [
    referenceOf(id), alias, name, email, stage, tags.join('; '), headline, role?.title, level?.title, skills.join('; '), place, country, remote, languages?.join('; '), availability,
    scores?.overall, scores?.evaluator, certificate && `${certificate.role}, ${certificate.score}, until ${certificate.validUntil.slice(0, 10)}`,
  ];
  return shown.map((cell) => cell ?? '');
}
