import { Injectable, StreamableFile } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { ObjectStore } from '../../platform/storage/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type KeptFile, type ResumeFacts } from './candidate-resumes.js';
import { KeptFileRepository } from './kept-files.repository.js';
import { type ResumeFormat } from './reading.js';

const CONTENT_TYPES: Readonly<Record<ResumeFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
};
const OWNER = 'candidates';
// A file that was stored but never came to belong to a resume, because the server ended in between, is gone within the hour.
const UNTIL_IT_BELONGS_MS = 3_600_000;

/** The files of resumes whose owners consent to their being kept: until the policy's day, for nobody else, deleted when they say so. */
@Injectable()
export class ResumeFiles {
  constructor(
    private readonly files: ObjectStore,
    private readonly kept: KeptFileRepository,
    private readonly gate: ConsentGate,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** Stores a file for now, where its owner lets it be kept, and null where not; `settle` makes it stay. Errors of the storage as in `ObjectStore.put`. */
  async hold(tx: Tx, accountId: string, format: ResumeFormat, bytes: Uint8Array): Promise<KeptFile | null> {
    if (!(await this.gate.find(tx, accountId, 'resume_keeping'))) return null;
    const now = await this.clock.now(tx);
    const { id } = await this.files.put({
      subject: accountId, owner: OWNER, contentType: CONTENT_TYPES[format], body: Buffer.from(bytes), maxBytes: bytes.length, expiresAt: new Date(now.getTime() + UNTIL_IT_BELONGS_MS),
    });
    return { id, until: this.policy.endOf('keptResume', now) };
  }

  /** Lets a stored file stay until its day, with the resume that `tx` writes; it goes where the consent was taken back meanwhile. True when it stays. */
  async settle(tx: Tx, accountId: string, file: KeptFile): Promise<boolean> {
    const consented = await this.gate.find(tx, accountId, 'resume_keeping');
    if (!consented) {
      await this.files.remove(tx, file.id);
      return false;
    }
    await this.files.keepUntil(tx, file.id, file.until);
    await this.kept.insert(tx, consented, file);
    return true;
  }

  /** The id of the file that is kept of an account's resume, held until `tx` ends; null when there is none. */
  find(tx: Tx, accountId: string): Promise<string | null> {
    return this.kept.find(tx, accountId);
  }

  /** Deletes the file of an account's resume when `tx` commits; its id, and null when there was none. */
  async remove(tx: Tx, accountId: string): Promise<string | null> {
    const file = await this.kept.find(tx, accountId);
    if (file === null) return null;
    await this.files.remove(tx, file);
    await this.kept.delete(tx, accountId);
    return file;
  }

  /** Deletes what is kept no longer, because the consent to it ended: of an account, or of everybody. */
  async removeUnkept(tx: Tx, accountId: string | null = null): Promise<void> {
    for (const id of await this.kept.leftBehind(tx, OWNER, accountId)) await this.files.remove(tx, id);
  }

  /** The file of a resume, to be sent for download; 404 when there is none. */
  async open(tx: Tx, facts: ResumeFacts | null): Promise<StreamableFile> {
    if (!facts?.kept) throw notFound();
    const { stream, bytes } = await this.files.open(tx, facts.kept.id);
    return new StreamableFile(stream, { type: CONTENT_TYPES[facts.format], length: bytes, disposition: `attachment; filename="resume.${facts.format}"` });
  }
}
