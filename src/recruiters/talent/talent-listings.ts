import { Injectable } from '@nestjs/common';
import { ConsentGate, type Consented } from '../../consent/index.js';
import { isId } from '../../kernel/index.js';
import { asRole, type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { type ListedTalent, TALENT_COLUMNS, type TalentRow, VISIBLE } from './listed-talent.js';
import { ListingRepository } from './listing.repository.js';
import { TalentContacts } from './talent-contacts.js';

/** A well-formed id that nobody has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A listed person beside the consent by which they are shown. */
export interface HeldTalent {
  readonly talent: ListedTalent;
  readonly consented: Consented<'discovery'>;
}

/** Listed people one by one, as far as the organisation that asks may see them. */
@Injectable()
export class TalentListings {
  constructor(
    private readonly contacts: TalentContacts,
    private readonly writing: ListingRepository,
    private readonly gate: ConsentGate,
  ) {}

  /** Null for whoever is not listed (any more), hides from this organisation, or never was: there is no telling which. */
  async find(tx: Tx, seat: Seat, talentId: string): Promise<ListedTalent | null> {
    return (await this.findMany(tx, seat, [talentId])).get(talentId) ?? null;
  }

  /**
   * As `find`, with their consent, and so it stays until `tx` ends: whoever withdraws or hides from this organisation meanwhile
   * waits, and finds what was made of it here.
   */
  async hold(tx: Tx, seat: Seat, talentId: string): Promise<HeldTalent | null> {
    const subjectId = await this.subjectOf(tx, seat, talentId);
    // First the consent, then the listing, as everybody who writes one does: two who went the other way round would wait for each other.
    const consented = subjectId === null ? null : await this.gate.find(tx, subjectId, 'discovery');
    if (!consented) return null;
    await this.writing.holdToLook(tx, consented.subjectId);
    const talent = await this.find(tx, seat, talentId);
    return talent && { talent, consented };
  }

  /** Those of the ids that `find` would find. */
  async findMany(tx: Tx, seat: Seat, talentIds: readonly string[]): Promise<ReadonlyMap<string, ListedTalent>> {
    const rows = await asRole(tx, 'viva_talent', () =>
      tx.query<TalentRow[]>(`select ${TALENT_COLUMNS} from recruiters.talent_listing l where ${VISIBLE} and l.talent_id = any ($3::uuid[])`, [seat.seenAt, seat.blockTokens, talentIds.filter(isId)]));
    const contacts = await this.contacts.shownTo(tx, seat.organisationId, rows.map(({ talentId }) => talentId));
    return new Map(rows.map((row) => [row.talentId, { ...row, ...contacts.get(row.talentId) }]));
  }

  /**
   * The account behind a listing, for the disclosure log and for writing to it. Never to be shown; null where `find` finds nobody.
   * Whoever hides from this organisation and an id that is none take as long as somebody who was never there.
   */
  async subjectOf(tx: Tx, seat: Seat, talentId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `select l.candidate_id as id from recruiters.talent_listing l where ${VISIBLE} and l.talent_id = $3`,
      [seat.seenAt, seat.blockTokens, isId(talentId) ? talentId : NOBODY]);
    return row?.id ?? null;
  }
}
