import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { answerView } from './answer-view.js';
import { AnswerRepository, FOLLOW_UP_PLACE } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { Doubts } from './evaluations/doubts.js';
import { type ReportView } from './interviews.dto.js';
import { InterviewRepository } from './interviews.repository.js';
import { levelTitle } from './level-title.js';
import { Replays } from './recordings/replays.js';
import { competencyViews, goalsView, overallView } from './report-scores.js';
import { readScore } from './scoring/rubric.js';

/** What a candidate reads afterwards: scores, the words they rest on, what was missing, what to do next. */
@Injectable()
export class Reports {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
    private readonly replays: Replays,
    private readonly doubts: Doubts,
  ) {}

  /** The report of the caller's interview; 404 until there is one, and from the second it expires. */
  async getMine(tx: Tx, candidateId: string, id: string): Promise<ReportView> {
    const interview = await this.interviews.getMine(tx, candidateId, id);
    const { submittedAt, scoredAt, evaluator, evaluatorVersion, rubric } = interview;
    if (!submittedAt || !scoredAt || !evaluator || !evaluatorVersion || !rubric) throw notFound();
    const answers = await this.answers.withScores(tx, id, interview.runId);
    const given = await this.replays.ofInterview(tx, id);
    return {
      id,
      roleTitle: interview.roleTitle,
      levelTitle: levelTitle(interview.levelId),
      submittedAt: submittedAt.toISOString(),
      scoredAt: scoredAt.toISOString(),
      expiresAt: interview.expiresAt?.toISOString() ?? null,
      evaluator: { name: evaluator, version: evaluatorVersion, builtIn: evaluator === 'built-in' },
      rubric: { id: rubric },
      ...(await this.doubts.about(tx, interview)),
      overall: overallView(interview.overall === null ? null : readScore(interview.overall), this.policy.values.certificate.scoreAbove),
      goals: goalsView(this.bank, interview.goals, answers),
      competencies: competencyViews(this.bank, answers),
      answers: answers.map((answer) => answerView(answer, { answer: given.get(answer.position) ?? null, followUp: given.get(answer.position + FOLLOW_UP_PLACE) ?? null })),
    };
  }
}
