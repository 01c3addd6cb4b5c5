import { Injectable } from '@nestjs/common';
import { AccountFacts } from '../../accounts/index.js';
import { AppError, newId, notFound } from '../../kernel/index.js';
import { Notifications } from '../../notifications/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type DisclosedToAuthority, type LegalDisclosure, LegalDisclosureRepository } from './legal-disclosure.repository.js';

const PAGE = 50;
const TITLE = 'Data of yours was given to an authority';
const BODY = 'The law demanded it. Your privacy centre says to whom, what, on which ground and why.';

/** The register of what was given to authorities: written down with its ground and its reason, and read by the person it is about. */
@Injectable()
export class LegalDisclosures {
  constructor(
    private readonly disclosures: LegalDisclosureRepository,
    private readonly accounts: AccountFacts,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** The person is told in the same commit, unless the law forbids it for now. AppErrors `privacy.no_such_account`, `privacy.not_yet`, `privacy.secret_in_the_past`. */
  record(operatorId: string, given: DisclosedToAuthority): Promise<LegalDisclosure> {
    return this.db.transaction(async (tx) => {
      await this.check(tx, given);
      const id = newId();
      await this.disclosures.insert(tx, id, given);
      await this.tellWhoMayKnow(tx);
      await this.audit.append(tx, {
        actor: { kind: 'account', id: operatorId }, action: 'privacy.disclosed_to_authority', subject: { kind: 'legal_disclosure', id }, detail: { secret: given.secret !== null },
      });
      const recorded = await this.disclosures.find(tx, id);
      if (!recorded) throw notFound();
      return recorded;
    });
  }

  /** The newest first; that somebody looked is written down. `next` is the `before` of the page that follows. */
  page(operatorId: string, before: string | null): Promise<{ disclosures: LegalDisclosure[]; next: string | null }> {
    return this.db.transaction(async (tx) => {
      const found = await this.disclosures.list(tx, before, PAGE + 1);
      const disclosures = found.slice(0, PAGE);
      await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'privacy.legal_disclosures_read', subject: null, detail: { count: disclosures.length } });
      return { disclosures, next: found.length > PAGE ? (disclosures.at(-1)?.id ?? null) : null };
    });
  }

  listMine(accountId: string): Promise<LegalDisclosure[]> {
    return this.disclosures.listMine(this.db.alone, accountId);
  }

  /** Tells those whom the law kept from knowing until now, and deletes what is over. */
  async tidy(): Promise<void> {
    await this.db.transaction((tx) => this.tellWhoMayKnow(tx));
    await this.disclosures.deleteExpired(this.db.alone);
  }

  private async tellWhoMayKnow(tx: Tx): Promise<void> {
    for (const { id, accountId } of await this.disclosures.toTell(tx)) {
      await this.notifications.note(tx, { accountId, kind: 'privacy.disclosed_to_authority', title: TITLE, body: BODY, link: '/privacy', dedupe: id });
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: 'legal-disclosure', dedupe: id, subject: TITLE, heading: TITLE, paragraphs: [BODY], action: { label: 'Read it', path: '/privacy' } } });
    }
  }

  private async check(tx: Tx, { accountId, disclosedAt, secret }: DisclosedToAuthority): Promise<void> {
    const now = await this.clock.now(tx);
    if (!(await this.accounts.find(tx, accountId))) throw new AppError('privacy.no_such_account', 422, 'There is no account with this id. Nothing was stored.', { fields: { accountId: 'There is no account with this id.' } });
    if (disclosedAt > now) throw new AppError('privacy.not_yet', 422, 'That is in the future. Nothing was stored.', { fields: { disclosedAt: 'Enter a moment that has passed.' } });
    if (secret && secret.until <= now) throw new AppError('privacy.secret_in_the_past', 422, 'The law forbids it no longer. Nothing was stored.', { fields: { secretUntil: 'Enter a moment to come, or leave it empty.' } });
  }
}
