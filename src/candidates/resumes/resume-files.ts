import { Injectable, StreamableFile } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { ObjectStore } from '../../platform/storage/index.js';
import { Policy } from '../../platform/policy/index.js';
import { CandidateResumes, type KeptFile } from './candidate-resumes.js';
import { type ResumeFormat } from './reading.js';

const CONTENT_TYPES: Readonly<Record<ResumeFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
};
const OWNER = 'candidates';
// A file that was stored but never came to belong to a resume, because the server ended in between, is gone within the hour.
const UNTIL_IT_BELONGS_MS = 3_600_000;

/** The files of resumes whose owners chose to keep them: until the policy's day, for nobody else, deleted when they say so. */
@Injectable()
export class ResumeFiles {
  constructor(
    private readonly files: ObjectStore,
    private readonly resumes: CandidateResumes,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Stores a file for now; `settle` makes it stay. Errors of the storage as in `ObjectStore.put`. */
  async hold(accountId: string, format: ResumeFormat, bytes: Uint8Array): Promise<KeptFile> {
    const now = await this.clock.now(this.db.alone);
    const { id } = await this.files.put({
      subject: accountId, owner: OWNER, contentType: CONTENT_TYPES[format], body: Buffer.from(bytes), maxBytes: bytes.length, expiresAt: new Date(now.getTime() + UNTIL_IT_BELONGS_MS),
    });
    return { id, until: this.policy.endOf('keptResume', now) };
  }

  /** Lets a stored file stay until its day, with the resume that `tx` writes. */
  async settle(tx: Tx, { id, until }: KeptFile): Promise<void> {
    await this.files.keepUntil(tx, id, until);
  }

  /** Deletes the file of an account's resume when `tx` commits; true when there was one. */
  async remove(tx: Tx, accountId: string): Promise<boolean> {
    const file = await this.resumes.keptFile(tx, accountId);
    if (file === null) return false;
    await this.files.remove(tx, file);
    await this.resumes.releaseFile(tx, accountId);
    return true;
  }

  /** The file of an account's own resume, to be sent for download; 404 when there is none. */
  async open(accountId: string): Promise<StreamableFile> {
    const facts = await this.resumes.findMine(this.db.alone, accountId);
    if (!facts?.kept) throw notFound();
    const { stream, bytes } = await this.files.open(this.db.alone, facts.kept.id);
    return new StreamableFile(stream, { type: CONTENT_TYPES[facts.format], length: bytes, disposition: `attachment; filename="resume.${facts.format}"` });
  }
}
