import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Seats } from '../organisations/seats.js';
import { type Acceptable, ReceivedRequestRepository } from './received-requests.repository.js';

/** Nobody is asked by an organisation they do not want to be seen by, however late they say so. */
@Injectable()
export class BlockedRequests {
  constructor(
    private readonly requests: ReceivedRequestRepository,
    private readonly seats: Seats,
  ) {}

  /** Ends what this person was asked by organisations that they block by now. */
  async end(tx: Tx, candidateId: string): Promise<void> {
    for (const { id, organisationId } of await this.requests.lockOpen(tx, candidateId)) {
      if (await this.isBlocked(tx, candidateId, organisationId)) await this.requests.end(tx, id);
    }
  }

  /** The request that this person may say yes to, held until the transaction ends; null when there is none. */
  async lockAcceptable(tx: Tx, candidateId: string, organisationId: string): Promise<Acceptable | null> {
    const request = await this.requests.lockAcceptable(tx, candidateId, organisationId);
    return request && (await this.isBlocked(tx, candidateId, organisationId)) ? null : request;
  }

  /** Any seat of an organisation knows by which tokens it is blocked. One without anybody counts as blocked. */
  async isBlocked(tx: Tx, candidateId: string, organisationId: string): Promise<boolean> {
    const member = await this.requests.anyMember(tx, organisationId);
    const seat = member && (await this.seats.find(tx, member));
    return !seat || this.requests.isBlocked(tx, candidateId, seat.blockTokens);
  }
}
