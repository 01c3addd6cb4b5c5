import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { AuditLog } from '../../../platform/audit/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type Seat } from '../../organisations/seats.js';
import { Templates } from '../../templates/templates.js';
import { AddressChecks } from './address-checks.js';
import { type ListedAddress, readAddressList } from './address-list.js';
import { type Batch, BatchRepository } from './batch.repository.js';
import { enoughForToday, listTooLong, nobodyToInvite } from '../invitations.errors.js';
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
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** Every line with what keeps it from being sent to. AppErrors of `Templates.published`, `recruiters.too_many_invitations`. */
  async preview(tx: Tx, seat: Seat, templateId: string, list: string): Promise<ListedAddress[]> {
    await this.templates.published(tx, seat, templateId);
    return this.read(tx, seat, templateId, list);
  }

  /** Hands a list to the job, without the lines that do not fit. AppErrors of `preview`, `recruiters.nobody_to_invite`, `.invitations_used_up`. The seat's organisation must be held. */
  async send(tx: Tx, seat: Seat, templateId: string, { eventId, list, message }: BatchWish): Promise<Batch> {
    const { version } = await this.templates.published(tx, seat, templateId);
    const known = await this.batches.findByEvent(tx, seat.organisationId, eventId);
    if (known) return known;
    const people = (await this.read(tx, seat, templateId, list)).flatMap(({ email, name, fault }) => (email !== null && fault === null ? [{ email, name }] : []));
    if (people.length === 0) throw nobodyToInvite();
    const most = this.policy.values.limits.rates.interviewInvitationsPerDay;
    if ((await this.batches.countLately(tx, seat.organisationId)) + people.length > most) throw enoughForToday(most);
    const id = newId();
    await this.batches.add(tx, { id, organisationId: seat.organisationId, senderId: seat.accountId, versionId: version.id, eventId, message: message || null, keptFor: this.policy.periodOf('invitations').iso }, people);
    await this.outbox.enqueue(tx, sendInvitations, { batchId: id });
    await this.audit.append(tx, { actor: { kind: 'account', id: seat.accountId }, action: 'recruiters.interview_invitations_sent', subject: { kind: 'organisation', id: seat.organisationId }, detail: { templateId, batchId: id, people: people.length } });
    return this.batches.getMine(tx, seat.organisationId, id);
  }

  private async read(tx: Tx, { organisationId }: Seat, templateId: string, list: string): Promise<ListedAddress[]> {
    const most = this.policy.values.limits.invitationLines;
    const people = readAddressList(list, most);
    if (people.length > most) throw listTooLong(most);
    return this.checks.check(tx, organisationId, templateId, people);
  }
}
