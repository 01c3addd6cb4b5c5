import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { QuestionBank } from './bank/question-bank.js';
import { Doubts } from './evaluations/doubts.js';
import { type Interview } from './interview.entity.js';
import { type ReportView } from './interviews.dto.js';
import { competencyViews, overallView } from './report-scores.js';
import { type ScoredAnswer } from './scored-answer.js';
import { readScore } from './scoring/rubric.js';

/** As much of a report as there is of a judgement alone. */
type Judged = Pick<ReportView, 'scoredAt' | 'evaluator' | 'rubric' | 'second' | 'review' | 'overall' | 'competencies'>;

/** The numbers of a report, and whose they are. */
@Injectable()
export class JudgedParts {
  constructor(
    private readonly doubts: Doubts,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
  ) {}

  async of(tx: Tx, interview: Interview, answers: readonly ScoredAnswer[]): Promise<Judged> {
    const { scoredAt, evaluator, evaluatorVersion, rubric, overall } = interview;
    return {
      scoredAt: scoredAt?.toISOString() ?? null,
      evaluator: evaluator && evaluatorVersion ? { name: evaluator, version: evaluatorVersion, builtIn: evaluator === 'built-in' } : null,
      rubric: rubric ? { id: rubric } : null,
      ...(await this.doubts.about(tx, interview)),
      overall: overallView(overall === null ? null : readScore(overall), this.policy.values.certificate.scoreAbove),
      competencies: competencyViews(this.bank, answers),
    };
  }
}
