import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { Templates } from '../templates/templates.js';
import { type ListedAddress } from './batches/address-list.js';
import { type Batch, BatchRepository } from './batches/batch.repository.js';
import { type BatchWish, InvitationBatches } from './batches/invitation-batches.js';
import { InvitationMails } from './mails/invitation-mails.js';

/** Lets whoever may invite do so, each verb in one transaction. AppErrors of `Seats.searching`; 404 for another organisation's. */
@Injectable()
export class InvitationDesk {
  constructor(
    private readonly batches: InvitationBatches,
    private readonly rows: BatchRepository,
    private readonly templates: Templates,
    private readonly mails: InvitationMails,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  seated<T>(accountId: string, work: (tx: Tx, seat: Seat) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => work(tx, await this.seats.searching(tx, accountId)));
  }

  preview(accountId: string, templateId: string, list: string): Promise<{ people: ListedAddress[]; left: number }> {
    return this.seated(accountId, (tx, seat) => this.batches.preview(tx, seat, templateId, list));
  }

  /** One list of an organisation after the other, so that what it may send in a day is counted right. */
  send(accountId: string, templateId: string, wish: BatchWish): Promise<Batch> {
    return this.db.transaction(async (tx) => {
      await this.seats.holding(tx, accountId);
      return this.batches.send(tx, await this.seats.searching(tx, accountId), templateId, wish);
    });
  }

  batch(accountId: string, id: string): Promise<Batch> {
    return this.seated(accountId, (tx, { organisationId }) => this.rows.getMine(tx, organisationId, id));
  }

  /** The mail as somebody with this name would get it today. */
  previewMail(accountId: string, templateId: string, { name, message }: { name: string | null; message: string | null }): Promise<{ subject: string; text: string }> {
    return this.seated(accountId, async (tx, seat) => {
      const { version: { id: versionId, clientName, content } } = await this.templates.published(tx, seat, templateId);
      const deadlineAt = new Date(seat.seenAt.getTime() + content.deadlineDays * 86_400_000);
      const organisation = { name: seat.organisationName, domain: seat.domain, isDomainVerified: seat.isDomainVerified };
      return this.mails.preview({ versionId, clientName, content, jobTitle: content.jobTitle, organisation, invitedAt: seat.seenAt, seenAt: seat.seenAt, deadlineAt, name, message });
    });
  }
}
