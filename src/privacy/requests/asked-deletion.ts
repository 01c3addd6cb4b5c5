import { Injectable } from '@nestjs/common';
import { AccountClosing, AccountFacts } from '../../accounts/index.js';
import { AppError, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { DataRequests, type ToldRequest } from './data-requests.js';
import { RequestTalk } from './request-talk.js';
import { type DataRequest } from './request.repository.js';

/** Carries out what somebody who does not sign in any more asked by letter: that their account be deleted. */
@Injectable()
export class AskedDeletion {
  constructor(
    private readonly requests: DataRequests,
    private readonly talk: RequestTalk,
    private readonly accounts: AccountFacts,
    private readonly closing: AccountClosing,
  ) {}

  /** Closes the account and answers the request with the reason, which says what makes it certain that its owner asked where they did not confirm it; or neither. 404 unless an unanswered letter asks to delete an account; 409 when it is closed already. */
  async carryOut(operatorId: string, id: string, reason: string): Promise<ToldRequest> {
    return this.requests.answer(operatorId, id, { outcome: 'done', answer: reason }, (tx, request) => this.close(tx, request, operatorId));
  }

  private async close(tx: Tx, { id, kind, cameBy, accountId }: DataRequest, operatorId: string): Promise<void> {
    if (kind !== 'deletion' || cameBy !== 'mail' || accountId === null) throw notFound();
    const account = await this.accounts.find(tx, accountId);
    if (account?.state === 'closed') throw new AppError('privacy.closed_already', 409, 'This account is deleted already. Nothing was changed; answer the request as it is.');
    await this.talk.vouch(tx, id);
    await this.closing.closeFor(tx, accountId, operatorId);
  }
}
