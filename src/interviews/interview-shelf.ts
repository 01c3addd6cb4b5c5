import { Injectable } from '@nestjs/common';
import { isId, notFound } from '../kernel/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Database, type Tx } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { AnswerRepository } from './answers.repository.js';
import { InterviewPlanner, type InterviewWish } from './interview-planner.js';
import { type InterviewView, type ListView, type SummaryView } from './interviews.dto.js';
import { type InterviewLine, InterviewRepository } from './interviews.repository.js';
import { levelTitle } from './level-title.js';
import { readScore, showScore } from './scoring/rubric.js';

const PAGE = 20;
const DAY = 86_400;

/** A candidate's own interviews: begin one, find them again, throw one away. */
@Injectable()
export class InterviewShelf {
  constructor(
    private readonly planner: InterviewPlanner,
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly limiter: RateLimiter,
  ) {}

  async start(candidateId: string, wish: InterviewWish): Promise<InterviewView> {
    await this.limiter.take({ key: `interviews:${candidateId}`, limit: this.planner.perDay, seconds: DAY });
    return this.db.transaction(async (tx) => {
      const { id } = await this.planner.start(tx, candidateId, wish);
      return this.view(tx, candidateId, id);
    });
  }

  /** A page of the newest; `after` is what the page before gave as `next`. */
  async list(candidateId: string, after?: string): Promise<ListView> {
    const lines = await this.interviews.listMine(this.db.alone, candidateId, readCursor(after), PAGE + 1);
    const page = lines.slice(0, PAGE);
    const last = page.at(-1);
    return { items: page.map(summary), next: lines.length > PAGE && last ? writeCursor(last) : null };
  }

  read(candidateId: string, id: string): Promise<InterviewView> {
    return this.view(this.db.alone, candidateId, id);
  }

  /** Deletes at once, with answers, scores and report. */
  async delete(candidateId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.interviews.deleteMine(tx, candidateId, id))) throw notFound();
      await this.audit.append(tx, { actor: { kind: 'account', id: candidateId }, action: 'interviews.deleted', subject: { kind: 'interview', id } });
    });
  }

  private async view(tx: Tx, candidateId: string, id: string): Promise<InterviewView> {
    const interview = await this.interviews.getMine(tx, candidateId, id);
    const questions = await this.answers.asked(tx, id);
    return {
      id,
      roleTitle: interview.roleTitle,
      levelTitle: levelTitle(interview.levelId),
      state: interview.state,
      startedAt: interview.startedAt.toISOString(),
      submittedAt: interview.submittedAt?.toISOString() ?? null,
      expiresAt: interview.expiresAt.toISOString(),
      questions: questions.map(({ position, text, kind, competencies, answer }) => ({
        position,
        text,
        kind: kind as InterviewView['questions'][number]['kind'],
        competencies,
        answer: answer && { text: answer.text, revision: answer.revision, savedAt: new Date(answer.savedAt).toISOString() },
      })),
      progress: { scored: await this.answers.countScores(tx, id), total: questions.length },
    };
  }
}

function summary(line: InterviewLine): SummaryView {
  return {
    id: line.id,
    roleTitle: line.roleTitle,
    levelTitle: levelTitle(line.levelId),
    state: line.state,
    questionCount: line.questionCount,
    answeredCount: line.answeredCount,
    score: line.overall === null ? null : showScore(readScore(line.overall)),
    startedAt: line.startedAt.toISOString(),
    submittedAt: line.submittedAt?.toISOString() ?? null,
    expiresAt: line.expiresAt.toISOString(),
  };
}

function writeCursor({ startedAt, id }: InterviewLine): string {
  return `${startedAt.getTime()}_${id}`;
}

/** A cursor that is not ours begins at the top. */
function readCursor(text?: string): { startedAt: Date; id: string } | null {
  const [, millis, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return millis && id && isId(id) ? { startedAt: new Date(Number(millis)), id } : null;
}
