import { Injectable } from '@nestjs/common';
import { AccountContacts, AccountFacts } from '../../accounts/index.js';
import { AppError } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { DataRequests, type ToldRequest } from './data-requests.js';
import { type RequestKind } from './request.repository.js';

const DAY_MS = 86_400_000;
/** A letter found later than this has long been late; its day is then in its words. */
const OLDEST_DAYS = 365;

/** A letter or mail about somebody's data, and whose it is as far as it says. */
export interface Letter {
  readonly accountId?: string | undefined;
  readonly email?: string | undefined;
  readonly kind: RequestKind;
  /** The law it calls upon, by its id in the policy. */
  readonly jurisdiction?: string | undefined;
  readonly body: string;
  /** The day it came, in UTC; today unless it says otherwise. */
  readonly receivedOn?: string | undefined;
}

/** Where requests that came by letter or mail enter the register. One that names an account is to be confirmed from the address of that account. */
@Injectable()
export class RequestIntake {
  constructor(
    private readonly requests: DataRequests,
    private readonly contacts: AccountContacts,
    private readonly accounts: AccountFacts,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** 422 for an id without an account and for a day that cannot be. An address without an account is no fault: the letter is kept without one. */
  record(operatorId: string, letter: Letter): Promise<ToldRequest> {
    const { kind, body, receivedOn, jurisdiction = null } = letter;
    return this.db.transaction(async (tx) => {
      const askedAt = cameAt(receivedOn, await this.clock.now(tx));
      const accountId = await this.accountOf(tx, operatorId, letter);
      return this.requests.add(tx, { accountId, kind, body, cameBy: 'mail', askedAt, jurisdiction, identity: accountId === null ? 'no_account' : 'unconfirmed' }, operatorId);
    });
  }

  private async accountOf(tx: Tx, operatorId: string, { accountId, email }: Letter): Promise<string | null> {
    if (accountId !== undefined) {
      if (await this.accounts.find(tx, accountId)) return accountId;
      throw new AppError('privacy.no_such_account', 422, 'There is no account with this id. Nothing was stored.', { fields: { accountId: 'There is no account with this id.' } });
    }
    if (email === undefined) return null;
    const found = await this.contacts.accountAt(tx, email);
    await this.audit.append(tx, {
      actor: { kind: 'account', id: operatorId }, action: 'privacy.address_looked_up', subject: found === null ? null : { kind: 'account', id: found }, detail: { found: found !== null },
    });
    return found;
  }
}

function cameAt(receivedOn: string | undefined, now: Date): Date {
  if (receivedOn === undefined || receivedOn === now.toISOString().slice(0, 10)) return now;
  const askedAt = new Date(`${receivedOn}T00:00:00Z`);
  const daysAgo = (now.getTime() - askedAt.getTime()) / DAY_MS;
  if (daysAgo >= 0 && daysAgo <= OLDEST_DAYS) return askedAt;
  throw new AppError('privacy.no_such_day', 422, 'Enter the day on which it came: today, or a day of the past year. Nothing was stored.', { fields: { receivedOn: 'Enter today, or a day of the past year.' } });
}
