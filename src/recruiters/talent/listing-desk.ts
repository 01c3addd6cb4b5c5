import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk, ConsentGate, type Consented } from '../../consent/index.js';
import { AppError } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { newAlias } from './alias.js';
import { ListingMaterial } from './listing-material.js';
import { ListingRepository } from './listing.repository.js';
import { TalentContacts } from './talent-contacts.js';

const BATCH = 1000;

/** Lists people for recruiters, as far as they consent to it: nothing is written without the proof of a live consent. */
@Injectable()
export class ListingDesk implements OnModuleInit {
  constructor(
    private readonly material: ListingMaterial,
    private readonly listings: ListingRepository,
    private readonly contacts: TalentContacts,
    private readonly gate: ConsentGate,
    private readonly consents: ConsentDesk,
    private readonly db: Database,
  ) {}

  /** Whoever consents is listed in the same transaction. */
  onModuleInit(): void {
    this.consents.follow('discovery', (tx, consented) => this.publish(tx, consented));
  }

  /** Lists somebody, or brings what is listed up to date. AppErrors as of `ListingMaterial.of`: then nothing is shown, and no consent given. */
  async publish(tx: Tx, consented: Consented<'discovery'>): Promise<void> {
    await this.listings.hold(tx, consented.subjectId);
    const listing = await this.material.of(tx, consented.subjectId, consented.fields);
    await this.listings.put(tx, consented, listing, newAlias());
    await this.contacts.share(tx, consented);
  }

  /** Shows what is true by now of somebody who is listed, and nothing of anybody else. */
  async refresh(tx: Tx, accountId: string): Promise<void> {
    const consented = await this.gate.find(tx, accountId, 'discovery');
    if (!consented) return;
    try {
      await this.publish(tx, consented);
    } catch (error) {
      // Without a headline or a skill there is nothing left to show, although it would be allowed.
      if (!(error instanceof AppError)) throw error;
      await this.listings.remove(tx, accountId);
    }
  }

  /** Puts the next best results in the place of those that are over. */
  async refreshScores(): Promise<void> {
    for (const accountId of await this.listings.withScoresDue(this.db.alone, BATCH)) await this.db.transaction((tx) => this.refresh(tx, accountId));
  }
}
