import { Injectable } from '@nestjs/common';
import { DisclosureLog } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { QuestionBank } from '../bank/question-bank.js';
import { levelTitle } from '../level-title.js';
import { type ScoredAnswer, scoreOf } from '../scored-answer.js';
import { CRITERIA, CRITERION_WORDS, readScore, showScore } from '../scoring/rubric.js';
import { noReason } from './evaluations.errors.js';
import { type SideBySide } from './evaluations.dto.js';
import { READABLE } from './reviews/review.repository.js';
import { type Run } from './run.js';
import { RunRepository } from './run.repository.js';

interface Readable {
  readonly candidateId: string;
  readonly roleId: string;
  readonly levelId: string;
  readonly submittedAt: Date;
}

/** What somebody who runs this place reads of an interview: for a reason, which its candidate reads, too. */
@Injectable()
export class StaffReading {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly runs: RunRepository,
    private readonly bank: QuestionBank,
    private readonly disclosures: DisclosureLog,
    private readonly audit: AuditLog,
  ) {}

  /** Writes down that it is read, before it is. AppErrors `interviews.no_reason`, `not_found`. */
  async open(tx: Tx, operatorId: string, interviewId: string, runIds: readonly string[], reason: string): Promise<SideBySide> {
    if (reason.trim() === '') throw noReason();
    const shown = await this.read(tx, interviewId, runIds);
    const { candidateId } = await this.getReadable(tx, interviewId);
    await this.disclosures.noteOperator(tx, { subjectId: candidateId, actorId: operatorId, what: 'review', fields: ['answers', 'scores'], reason: reason.trim(), matter: interviewId });
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'interviews.read_by_operator', subject: { kind: 'interview', id: interviewId } });
    return shown;
  }

  /** Questions, answers and what each run says of them: neither name nor address. 404 when the interview or its owner is gone. */
  async read(tx: Tx, interviewId: string, runIds: readonly string[]): Promise<SideBySide> {
    const { roleId, levelId, submittedAt } = await this.getReadable(tx, interviewId);
    const runs = await Promise.all(runIds.map((id) => this.getRun(tx, interviewId, id)));
    const said = await this.answers.withScores(tx, interviewId, null);
    const judged: ScoredAnswer[][] = [];
    for (const run of runs) judged.push(await this.answers.withScores(tx, interviewId, run.id));
    return {
      interviewId,
      roleTitle: this.bank.role(roleId)?.title ?? 'Questions for any role',
      levelTitle: levelTitle(levelId),
      submittedAt: submittedAt.toISOString(),
      runs: runs.map(({ id, evaluator, evaluatorVersion, rubric, overall }) => ({ id, evaluator, version: evaluatorVersion, rubric, shown: overall === null ? null : showScore(readScore(overall)) })),
      answers: said.map(({ position, question, kind, competencies, text, followUp }, index) => ({
        position, question, kind, competencies: [...competencies], text, followUp: followUp?.question ?? null,
        judgements: judged.map((answers) => judgement(answers[index])),
      })),
    };
  }

  private async getRun(tx: Tx, interviewId: string, id: string): Promise<Run> {
    const run = await this.runs.find(tx, id);
    if (run?.interviewId !== interviewId || !run.endedAt) throw notFound();
    return run;
  }

  private async getReadable(tx: Tx, id: string): Promise<Readable> {
    const [found] = await tx.query<Readable[]>(
      `select i.candidate_id as "candidateId", i.role_id as "roleId", i.level_id as "levelId", i.submitted_at as "submittedAt" from interviews.interview i
       where i.id = $1 and i.submitted_at is not null and ${READABLE}`,
      [id],
    );
    if (!found) throw notFound();
    return found;
  }
}

function judgement(answer: ScoredAnswer | undefined): SideBySide['answers'][number]['judgements'][number] {
  const criteria = answer?.criteria ?? null;
  const score = answer ? scoreOf(answer) : null;
  return {
    state: answer?.state ?? 'not_scored',
    message: answer?.message ?? null,
    shown: score && showScore(score),
    criteria: criteria ? CRITERIA.map((id) => ({ id, title: CRITERION_WORDS[id].title, score: criteria[id].score, reason: criteria[id].reason, quotes: criteria[id].quotes.map(({ start, end, text }) => ({ start, end, text })) })) : [],
  };
}
