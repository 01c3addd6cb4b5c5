import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ObjectStore } from '../../platform/storage/index.js';
import { ExportReadyMail } from './export-ready.mail.js';
import { ExportRepository, EXPORTS_OWNER } from './export.repository.js';
import { PersonCopy } from './person-copy.js';

/** Makes the copy of their data that somebody asked for. */
@Injectable()
export class ExportBuilder {
  constructor(
    private readonly exports: ExportRepository,
    private readonly copy: PersonCopy,
    private readonly store: ObjectStore,
    private readonly readyMail: ExportReadyMail,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** May run twice at once or after a crash: whoever is ready first wins, and what the other one wrote is deleted. */
  async build(exportId: string, signal: AbortSignal): Promise<void> {
    const wanted = await this.exports.findBuilding(this.db.alone, exportId);
    if (!wanted) return;
    const file = await this.copy.write({
      accountId: wanted.accountId, modules: null, subject: wanted.accountId, expiresAt: await this.copy.endOfCopy(this.db.alone), notes: this.notes(),
      progress: (done, parts) => this.exports.progress(this.db.alone, exportId, done, parts),
    }, signal);
    await this.db.transaction(async (tx) => {
      const expiresAt = await this.copy.endOfCopy(tx);
      if (!(await this.exports.finish(tx, exportId, file, expiresAt))) return this.store.remove(tx, file.id);
      await this.store.keepUntil(tx, file.id, expiresAt);
      // What a worker wrote that was cut off before this point would lie there for as long.
      await this.store.removeAll(tx, { subject: wanted.accountId, owner: EXPORTS_OWNER, except: file.id });
      return this.readyMail.send(tx, exportId, wanted.accountId, expiresAt);
    });
  }

  private notes(): readonly string[] {
    return [
      'Each kind of data is here as JSON for programs and as a page to read; lists are here as CSV as well. manifest.json names the SHA-256 of every file.',
      'What recruiters noted about you is in here, with the organisation and without the name of whoever wrote it. Who was shown what of you is in here, too.',
      `We keep this copy for ${this.policy.keeps('dataExport')} and then delete it. Questions: ${this.policy.values.operator.privacyContact}.`,
    ];
  }
}
