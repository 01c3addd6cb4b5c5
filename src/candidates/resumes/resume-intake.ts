import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { resumeDeleted, resumeFileDeleted } from '../candidates.facts.js';
import { CandidateResumes, type ResumeFacts } from './candidate-resumes.js';
import { ResumeFiles } from './resume-files.js';
import { ResumeRate } from './resume-rate.js';
import { ResumeReader } from './resume-reader.js';
import { resumeIsOfUnknownFormat } from './resumes.errors.js';

/** Takes a resume in: reads it, keeps the facts, and lets go of the file unless its owner consents to its being kept. */
@Injectable()
export class ResumeIntake {
  constructor(
    private readonly reader: ResumeReader,
    private readonly resumes: CandidateResumes,
    private readonly files: ResumeFiles,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly rate: ResumeRate,
  ) {}

  /**
   * `file` must be the bytes of a PDF, a DOCX or a text; it is stored only under the consent `resume_keeping`, and only once it was read.
   * AppErrors `candidates.resume_…` and 429; whatever was kept before stays when one is thrown.
   */
  async read(accountId: string, file: unknown): Promise<ResumeFacts> {
    // A body of another content type has been parsed into something else by now.
    if (!(file instanceof Uint8Array)) {
      await this.rate.take(accountId);
      throw resumeIsOfUnknownFormat();
    }
    const reading = await this.reader.read(file, () => this.rate.take(accountId));
    const held = await this.files.hold(this.db.alone, accountId, reading.format, file);
    return this.db.transaction(async (tx) => {
      await this.resumes.hold(tx, accountId);
      await this.files.remove(tx, accountId);
      await this.resumes.replace(tx, accountId, reading);
      const isKept = held !== null && (await this.files.settle(tx, accountId, held));
      await this.note(tx, accountId, isKept ? 'candidates.resume_read_and_file_kept' : 'candidates.resume_read');
      return (await this.resumes.findMine(tx, accountId))!;
    });
  }

  /** Deletes the file that was kept, and leaves the facts; does nothing when none was. */
  async forgetFile(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.resumes.hold(tx, accountId);
      const fileId = await this.files.remove(tx, accountId);
      if (fileId === null) return;
      await noteFact(tx, resumeFileDeleted, { accountId, fileId });
      await this.note(tx, accountId, 'candidates.resume_file_deleted');
    });
  }

  /** Of one that came back with a backup; false when this file did not. */
  async forgetFileAgain(accountId: string, fileId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if ((await this.files.find(tx, accountId)) !== fileId) return false;
      await this.files.remove(tx, accountId);
      await this.note(tx, accountId, 'candidates.resume_file_deleted');
      return true;
    });
  }

  /** Deletes all that was kept, facts and file; does nothing when nothing was. */
  async forget(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.resumes.hold(tx, accountId);
      const readAt = await this.remove(tx, accountId);
      if (readAt) await noteFact(tx, resumeDeleted, { accountId, readAt: readAt.toISOString() });
    });
  }

  /** Of one that came back with a backup: it was read then, or earlier. False when none did. */
  async forgetAgain(accountId: string, readAt: Date): Promise<boolean> {
    return this.db.transaction(async (tx) => (await this.resumes.isOld(tx, accountId, readAt)) && (await this.remove(tx, accountId)) !== null);
  }

  private async remove(tx: Tx, accountId: string): Promise<Date | null> {
    await this.files.remove(tx, accountId);
    const readAt = await this.resumes.forget(tx, accountId);
    if (readAt) await this.note(tx, accountId, 'candidates.resume_deleted');
    return readAt;
  }

  private note(tx: Tx, id: string, action: string): Promise<void> {
    return this.audit.append(tx, { actor: { kind: 'account', id }, action, subject: { kind: 'account', id } });
  }
}
