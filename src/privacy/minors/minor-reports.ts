import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { newId } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { hiddenFact } from '../privacy.facts.js';
import { MinorNews } from './minor-news.js';
import { MinorReportRepository, type ReportedWords } from './minor-report.repository.js';
import { PublicSurfaces } from './public-surfaces.js';

/** Where anybody reports that somebody here is too young. Whoever reports learns nothing of whom there is here. */
@Injectable()
export class MinorReports {
  constructor(
    private readonly reports: MinorReportRepository,
    private readonly surfaces: PublicSurfaces,
    private readonly contacts: AccountContacts,
    private readonly news: MinorNews,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** Whom it names, and nobody else can be meant, is hidden in the same commit, unless they were reported lately. */
  async report(words: ReportedWords): Promise<void> {
    await this.db.transaction(async (tx) => {
      const accountId = await this.meant(tx, words.about);
      const isFirst = accountId !== null && !(await this.reports.wasReported(tx, accountId));
      const id = newId();
      await this.reports.insert(tx, id, words, accountId);
      if (accountId !== null && isFirst) await this.hide(tx, id, accountId);
      await this.news.reported(tx, id);
      await this.audit.append(tx, { actor: { kind: 'guest', id: null }, action: 'privacy.minor_reported', subject: { kind: 'minor_report', id }, detail: { hidden: isFirst } });
    });
  }

  /** False when no open report of this id is about this account, or about nobody yet. */
  async hide(tx: Tx, id: string, accountId: string): Promise<boolean> {
    const until = await this.reports.hide(tx, id, accountId);
    if (until === null) return false;
    await this.surfaces.hide(tx, accountId, until);
    await noteFact(tx, hiddenFact, { accountId, reportId: id, until: until.toISOString() });
    await this.news.hidden(tx, accountId, id, until);
    return true;
  }

  private async meant(tx: Tx, about: string): Promise<string | null> {
    const named = new Set(await this.surfaces.named(tx, about));
    const byAddress = about.includes('@') ? await this.contacts.accountAt(tx, about) : null;
    if (byAddress !== null) named.add(byAddress);
    const [only = null, ...others] = named;
    return others.length === 0 ? only : null;
  }
}
