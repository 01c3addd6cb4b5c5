import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { findSkills } from '../skills/find-skills.js';
import { SkillDictionary } from '../skills/skill-dictionary.js';
import { CandidateResumes, type ResumeFacts } from './candidate-resumes.js';
import { ResumeRate } from './resume-rate.js';
import { ResumeReader } from './resume-reader.js';
import { resumeIsNoPdf } from './resumes.errors.js';

/** Takes a resume in: reads it, keeps which skills it names, and lets go of the file and its text. */
@Injectable()
export class ResumeIntake {
  constructor(
    private readonly reader: ResumeReader,
    private readonly resumes: CandidateResumes,
    private readonly dictionary: SkillDictionary,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly rate: ResumeRate,
  ) {}

  /** `file` must be the bytes of a PDF. AppErrors `candidates.resume_…` and 429; whatever was kept before stays when one is thrown. */
  async read(accountId: string, file: unknown): Promise<ResumeFacts> {
    await this.rate.take(accountId);
    // A body of another content type has been parsed into something else by now.
    if (!(file instanceof Uint8Array)) throw resumeIsNoPdf();
    const { text, pages, words } = await this.reader.read(file);
    const skills = findSkills(text, this.dictionary).map(({ id }) => id);
    return this.db.transaction(async (tx) => {
      const facts = await this.resumes.replace(tx, accountId, { skills, pages, words });
      await this.note(tx, accountId, 'candidates.resume_read');
      return facts;
    });
  }

  /** Deletes what was kept; does nothing when nothing was. */
  async forget(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (await this.resumes.forget(tx, accountId)) await this.note(tx, accountId, 'candidates.resume_deleted');
    });
  }

  private note(tx: Tx, id: string, action: string): Promise<void> {
    return this.audit.append(tx, { actor: { kind: 'account', id }, action, subject: { kind: 'account', id } });
  }
}
