import { Injectable } from '@nestjs/common';
import { ConsentGate, type Consented, DisclosureLog } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { ProfileViews } from '../profiles/profile-views.js';
import { shownFields } from '../profiles/shown-fields.js';
import { type ListedTalent } from '../talent/listed-talent.js';

/** Who is put into an exported file: asked whether they allow what is shown to one organisation alone, and told that it was done. */
@Injectable()
export class ExportRecord {
  constructor(
    private readonly gate: ConsentGate,
    private readonly views: ProfileViews,
    private readonly disclosures: DisclosureLog,
  ) {}

  /** What is shared with all is one disclosure; what was allowed to this organisation alone is another. A file that is made again within the hour shows nothing new. */
  async writeDown(tx: Tx, seat: Seat, talent: ListedTalent, consented: Consented<'discovery'>): Promise<void> {
    const fields = shownFields(talent);
    const alone = fields.filter((field) => !consented.fields.includes(field));
    if (alone.length > 0) await this.gate.require(tx, consented.subjectId, 'discovery_contact', seat.organisationId);
    if (!(await this.views.record(tx, { viewerId: seat.accountId, organisationId: seat.organisationId, talentId: talent.talentId, what: 'export', clientId: null, fields }))) return;
    const told = { subjectId: consented.subjectId, what: 'export', actorId: seat.accountId, recipientId: seat.organisationId, recipientName: seat.organisationName, recipientDomain: seat.domain, isDomainVerified: seat.isDomainVerified, clientName: null };
    await this.disclosures.note(tx, { ...told, purpose: 'discovery', fields: fields.filter((field) => consented.fields.includes(field)) });
    if (alone.length > 0) await this.disclosures.note(tx, { ...told, purpose: 'discovery_contact', fields: alone });
  }
}
