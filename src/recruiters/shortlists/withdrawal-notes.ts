import { Injectable } from '@nestjs/common';
import { DisclosureLog } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Notifications } from '../../notifications/index.js';
import { WithdrawalNoteRepository } from './withdrawal-notes.repository.js';

/** A consent that has ended: to what, for which organisation where it was for one, and who was shown something under it. */
export interface EndedConsent {
  readonly subjectId: string;
  readonly purpose: string;
  readonly scope: string;
  readonly because: string;
  readonly shownTo: readonly string[];
}

const NOTES = {
  discovery: {
    kind: 'recruiters.person_gone',
    title: 'Somebody you were shown can no longer be found',
    body: 'A person whose profile your organisation has seen can no longer be found by it. Your shortlists say “no longer available” where they stood. If you exported or copied anything about them, delete it: in exported files it is the rows whose reference your shortlists show as no longer available.',
    link: '/shortlists',
  },
  discovery_contact: {
    kind: 'recruiters.contact_gone',
    title: 'Somebody no longer shows you who they are',
    body: 'A person who had said yes to a request of your organisation no longer shows you their name and address. If you copied them anywhere, delete them there, too. The request says which one it was.',
    link: '/contact-requests',
  },
} as const;

/** Organisations that were shown somebody hear when that ends, without hearing who it was. */
@Injectable()
export class WithdrawalNotes {
  constructor(
    private readonly told: WithdrawalNoteRepository,
    private readonly notifications: Notifications,
    private readonly disclosures: DisclosureLog,
  ) {}

  /** Tells each organisation once, however often it is called about the same ending. */
  async tell(tx: Tx, { subjectId, purpose, scope, because, shownTo }: EndedConsent, endingId: string): Promise<void> {
    if (purpose === 'discovery') for (const organisationId of shownTo) if (!(await this.wasHiddenFrom(tx, subjectId, organisationId))) await this.tellOne(tx, organisationId, endingId, NOTES.discovery);
    // What ends along with being found, or with the account, is told of with that.
    if (purpose === 'discovery_contact' && because !== 'terminated') await this.tellOne(tx, scope, endingId, NOTES.discovery_contact);
  }

  /** Somebody hides from one organisation alone, which hears what all would hear. What it was shown last stands for the ending: for that it hears of it once. */
  async tellHidden(tx: Tx, subjectId: string, organisationId: string): Promise<void> {
    const shown = await this.disclosures.lastTo(tx, subjectId, organisationId);
    if (shown !== null) await this.tellOne(tx, organisationId, shown, NOTES.discovery);
  }

  /** A second note when they withdraw would say that the first was no withdrawal. */
  private async wasHiddenFrom(tx: Tx, subjectId: string, organisationId: string): Promise<boolean> {
    const shown = await this.disclosures.lastTo(tx, subjectId, organisationId);
    return shown !== null && this.told.isTold(tx, shown, organisationId);
  }

  private async tellOne(tx: Tx, organisationId: string, endingId: string, note: (typeof NOTES)[keyof typeof NOTES]): Promise<void> {
    if (!(await this.told.isFirst(tx, endingId, organisationId))) return;
    for (const accountId of await this.told.recruiters(tx, organisationId)) await this.notifications.note(tx, { accountId, ...note });
  }
}
