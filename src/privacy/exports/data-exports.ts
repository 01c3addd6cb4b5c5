import { Injectable } from '@nestjs/common';
import { newId, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ObjectStore, type OpenedObject } from '../../platform/storage/index.js';
import { buildExport } from '../privacy.jobs.js';
import { type DataExport, ExportRepository, EXPORTS_OWNER } from './export.repository.js';

/** Copies of people's data: asked for, looked at, fetched and deleted by whose data it is. */
@Injectable()
export class DataExports {
  constructor(
    private readonly exports: ExportRepository,
    private readonly store: ObjectStore,
    private readonly outbox: Outbox,
    private readonly policy: Policy,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  findMine(accountId: string): Promise<DataExport | null> {
    return this.exports.findMine(this.db.alone, accountId);
  }

  /** Has a copy made; the one before it goes. While one is being made, that one is meant. */
  ask(accountId: string): Promise<DataExport | null> {
    return this.db.transaction(async (tx) => {
      await this.exports.holdAccount(tx, accountId);
      const before = await this.exports.findMine(tx, accountId);
      if (before?.state === 'building') return before;
      await this.removeMine(tx, accountId);
      const exportId = newId();
      await this.exports.insert(tx, exportId, accountId, this.policy.periodOf('dataExport').iso);
      await this.outbox.enqueue(tx, buildExport, { exportId });
      const asked = await this.exports.findMine(tx, accountId);
      await this.note(tx, accountId, 'privacy.export_asked');
      return asked;
    });
  }

  /** The file of a copy that is ready; 404 otherwise. */
  open(accountId: string): Promise<OpenedObject> {
    return this.db.transaction(async (tx) => {
      const found = await this.exports.findMine(tx, accountId);
      if (!found?.objectId) throw notFound();
      const opened = await this.store.open(tx, found.objectId);
      await this.note(tx, accountId, 'privacy.export_fetched');
      return opened;
    });
  }

  async delete(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.exports.holdAccount(tx, accountId);
      await this.removeMine(tx, accountId);
    });
  }

  private async removeMine(tx: Tx, accountId: string): Promise<void> {
    await this.exports.deleteMine(tx, accountId);
    await this.store.removeAll(tx, { subject: accountId, owner: EXPORTS_OWNER });
  }

  private async note(tx: Tx, accountId: string, action: string): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action, subject: { kind: 'account', id: accountId } });
  }
}
