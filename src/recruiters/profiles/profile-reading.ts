import { Injectable } from '@nestjs/common';
import { DisclosureLog } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { type OpenedTalent, TalentAnswers } from '../talent/talent-answers.js';
import { TalentListings } from '../talent/talent-listings.js';
import { ProfileViews } from './profile-views.js';
import { shownFields } from './shown-fields.js';

/** The client of an agency for whom somebody looks. */
type Client = Seat['clients'][number];

/** A profile that was opened. */
export interface OpenedProfile {
  readonly talent: OpenedTalent;
  readonly client: Client | null;
}

/** Opens the profile of a listed person, and writes down for them who saw what, in one transaction. */
@Injectable()
export class ProfileReading {
  constructor(
    private readonly seats: Seats,
    private readonly listings: TalentListings,
    private readonly answers: TalentAnswers,
    private readonly views: ProfileViews,
    private readonly disclosures: DisclosureLog,
    private readonly db: Database,
  ) {}

  /**
   * The same 404 for whoever is hidden, withdrawn or absent, and for a client that is not the organisation's.
   * AppErrors of `Seats.searching` and `ProfileViews.record`.
   */
  open(accountId: string, talentId: string, clientId: string | null): Promise<OpenedProfile> {
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.searching(tx, accountId);
      const client = clientId === null ? null : seat.clients.find(({ id }) => id === clientId);
      const held = await this.listings.hold(tx, seat, talentId);
      if (!held || client === undefined) throw notFound();
      const opened = { talent: await this.answers.open(tx, held.talent, held.consented), client };
      await this.writeDown(tx, seat, opened, held.consented);
      return opened;
    });
  }

  /** What the person shares with all is one disclosure; what they allowed this organisation alone is another. */
  private async writeDown(tx: Tx, seat: Seat, { talent, client }: OpenedProfile, listed: { subjectId: string; fields: readonly string[] }): Promise<void> {
    const fields = shownFields(talent);
    const isNew = await this.views.record(tx, { viewerId: seat.accountId, organisationId: seat.organisationId, talentId: talent.talentId, what: 'profile', clientId: client?.id ?? null, fields });
    if (!isNew) return;
    const shared = { discovery: fields.filter((field) => listed.fields.includes(field)), discovery_contact: fields.filter((field) => !listed.fields.includes(field)) };
    for (const purpose of ['discovery', 'discovery_contact'] as const) {
      if (shared[purpose].length === 0) continue;
      await this.disclosures.note(tx, {
        subjectId: listed.subjectId, purpose, what: 'profile', fields: shared[purpose], actorId: seat.accountId,
        recipientId: seat.organisationId, recipientName: seat.organisationName, recipientDomain: seat.domain, isDomainVerified: seat.isDomainVerified, clientName: client?.name ?? null,
      });
    }
  }
}
