import { Injectable } from '@nestjs/common';
import { isId, notFound } from '../kernel/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Database, type Tx } from '../platform/db/index.js';
import { noteFact } from '../platform/journal/index.js';
import { InterviewViews } from './interview-views.js';
import { type InterviewView, type ListView } from './interviews.dto.js';
import { interviewDeleted } from './interviews.facts.js';
import { type InterviewLine, InterviewRepository } from './interviews.repository.js';

const PAGE = 20;

/** A candidate's own interviews: find them again, throw one away. */
@Injectable()
export class InterviewShelf {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly views: InterviewViews,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** A page of the newest; `after` is what the page before gave as `next`. */
  async list(candidateId: string, after?: string): Promise<ListView> {
    const lines = await this.interviews.listMine(this.db.alone, candidateId, readCursor(after), PAGE + 1);
    const page = lines.slice(0, PAGE);
    const last = page.at(-1);
    return { items: page.map((line) => this.views.line(line)), next: lines.length > PAGE && last ? writeCursor(last) : null };
  }

  read(candidateId: string, id: string): Promise<InterviewView> {
    return this.views.getMine(this.db.alone, candidateId, id);
  }

  /** Deletes at once, with answers, scores and report. */
  async delete(candidateId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.remove(tx, candidateId, id))) throw notFound();
      await noteFact(tx, interviewDeleted, { candidateId, interviewId: id });
    });
  }

  /** As `delete`, without a word to the journal; false when there is nothing to delete. */
  async remove(tx: Tx, candidateId: string, id: string): Promise<boolean> {
    if (!(await this.interviews.deleteMine(tx, candidateId, id))) return false;
    await this.audit.append(tx, { actor: { kind: 'account', id: candidateId }, action: 'interviews.deleted', subject: { kind: 'interview', id } });
    return true;
  }
}

function writeCursor({ startedAt, id }: InterviewLine): string {
  return `${startedAt.getTime()}_${id}`;
}

/** A cursor that is not ours begins at the top. */
function readCursor(text?: string): { startedAt: Date; id: string } | null {
  const [, millis, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return millis && id && isId(id) ? { startedAt: new Date(Number(millis)), id } : null;
}
