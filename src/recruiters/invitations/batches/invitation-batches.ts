import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { AuditLog } from '../../../platform/audit/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { InvitationCredits } from '../../billing/invitation-credits.js';
import { type Seat } from '../../organisations/seats.js';
import { Templates } from '../../templates/templates.js';
import { AddressChecks } from './address-checks.js';
import { type ListedAddress } from './address-list.js';
import { type Batch, BatchRepository } from './batch.repository.js';
import { enoughForToday, nobodyToInvite } from '../invitations.errors.js';
import { sendInvitations } from '../invitations.jobs.js';

/** A list as it was typed, and what whoever sends it writes to everybody on it. */
export interface BatchWish {
  readonly eventId: string;
  readonly list: string;
  readonly message: string | null;
}

/** Lists of people to invite: looked at, and then sent by a job. */
@Injectable()
export class InvitationBatches {
  constructor(
    private readonly batches: BatchRepository,
    private readonly templates: Templates,
    private readonly checks: AddressChecks,
    private readonly credits: InvitationCredits,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** Every line with what keeps it from being sent to, and how many the organisation can invite. AppErrors of `Templates.published`, `recruiters.too_many_invitations`. */
  async preview(tx: Tx, seat: Seat, templateId: string, list: string): Promise<{ people: ListedAddress[]; left: number }> {
    await this.templates.published(tx, seat, templateId);
    return { people: await this.checks.read(tx, seat.organisationId, templateId, list), left: await this.credits.left(tx, seat.organisationId) };
  }

  /** Hands a list to the job, without the lines that do not fit. AppErrors of `preview`, `recruiters.nobody_to_invite`, `.invitations_used_up`, `payments.nothing_left`. The seat's organisation must be held. */
  async send(tx: Tx, seat: Seat, templateId: string, { eventId, list, message }: BatchWish): Promise<Batch> {
    const { version } = await this.templates.published(tx, seat, templateId);
    const known = await this.batches.findByEvent(tx, seat.organisationId, eventId);
    if (known) return known;
    const people = (await this.checks.read(tx, seat.organisationId, templateId, list)).flatMap(({ email, name, fault }) => (email !== null && fault === null ? [{ id: newId(), email, name }] : []));
    if (people.length === 0) throw nobodyToInvite();
    const { most, left } = await this.batches.today(tx, seat.organisationId);
    if (people.length > left) throw enoughForToday(most);
    await this.credits.take(tx, seat.organisationId, people.map(({ id: invitationId }) => invitationId));
    const id = newId();
    await this.batches.add(tx, { id, organisationId: seat.organisationId, senderId: seat.accountId, versionId: version.id, eventId, message: message || null }, people);
    await this.outbox.enqueue(tx, sendInvitations, { batchId: id });
    await this.audit.append(tx, { actor: { kind: 'account', id: seat.accountId }, action: 'recruiters.interview_invitations_sent', subject: { kind: 'organisation', id: seat.organisationId }, detail: { templateId, batchId: id, people: people.length } });
    return this.batches.getMine(tx, seat.organisationId, id);
  }
}
