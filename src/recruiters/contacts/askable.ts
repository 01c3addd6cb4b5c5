import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Objections } from '../../privacy/index.js';
import { type Seat } from '../organisations/seats.js';
import { TalentListings } from '../talent/talent-listings.js';
import { SentRequestRepository } from './sent-requests.repository.js';

/** Who may be asked: those an organisation can find and who did not object to it. The others all look as if they were not there. */
@Injectable()
export class Askable {
  constructor(
    private readonly requests: SentRequestRepository,
    private readonly listings: TalentListings,
    private readonly objections: Objections,
  ) {}

  /** Who is behind a listing, which stays until the transaction ends; 404 for whoever may not be asked. */
  async hold(tx: Tx, seat: Seat, talentId: string): Promise<string> {
    const talent = await this.listings.find(tx, seat, talentId);
    const candidateId = talent && (await this.requests.holdCandidate(tx, talentId));
    if (!candidateId || (await this.objections.stands(tx, candidateId, 'discovery_contact'))) throw notFound();
    return candidateId;
  }
}
