import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { answerView } from './answer-view.js';
import { AnswerRepository } from './answers.repository.js';
import { competenciesNamedIn } from './bank/goals.js';
import { QuestionBank } from './bank/question-bank.js';
import { type ReportView } from './interviews.dto.js';
import { InterviewRepository } from './interviews.repository.js';
import { levelTitle } from './level-title.js';
import { PaperPress } from '../platform/paper/index.js';
import { reportPdf } from './report-pdf/report-pdf.js';
import { competencyScores, leftOut } from './scored-answer.js';
import { approximately, type ExactScore, isAbove, readScore, showScore } from './scoring/rubric.js';

const LEFT_OUT = 'You left the question about this without an answer. It counts as 0.';

/** What a candidate reads afterwards: scores, the words they rest on, what was missing, what to do next. */
@Injectable()
export class Reports {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly press: PaperPress,
  ) {}

  /** The report of the caller's interview; 404 until there is one, and from the second it expires. */
  async getMine(tx: Tx, candidateId: string, id: string): Promise<ReportView> {
    const interview = await this.interviews.getMine(tx, candidateId, id);
    const { submittedAt, scoredAt, evaluator, evaluatorVersion, rubric } = interview;
    if (!submittedAt || !scoredAt || !evaluator || !evaluatorVersion || !rubric) throw notFound();
    const answers = await this.answers.withScores(tx, id);
    const scores = competencyScores(answers);
    const skipped = leftOut(answers);
    return {
      id,
      roleTitle: interview.roleTitle,
      levelTitle: levelTitle(interview.levelId),
      submittedAt: submittedAt.toISOString(),
      scoredAt: scoredAt.toISOString(),
      expiresAt: interview.expiresAt?.toISOString() ?? null,
      evaluator: { name: evaluator, version: evaluatorVersion, builtIn: evaluator === 'built-in' },
      rubric: { id: rubric },
      overall: this.overall(interview.overall),
      goals: this.goals(interview.goals, scores),
      competencies: Object.entries(scores).map(([competency, score]) => this.competency(competency, score, skipped.has(competency))),
      answers: answers.map(answerView),
    };
  }

  /** The report as a tagged PDF with a name for the file; AppErrors of `getMine` and of `PaperPress.set`. */
  async pdfOfMine(tx: Tx, candidateId: string, id: string): Promise<{ file: Readable; name: string }> {
    const report = await this.getMine(tx, candidateId, id);
    const now = await this.clock.now(tx);
    const file = await this.press.set(candidateId, () => reportPdf(report, { mark: this.policy.values.certificate.scoreAbove, now }));
    return { file, name: `interview-report-${report.submittedAt.slice(0, 10)}.pdf` };
  }

  private overall(stored: string | null): ReportView['overall'] {
    if (!stored) return null;
    const score = readScore(stored);
    const { scoreAbove } = this.policy.values.certificate;
    return { shown: showScore(score, scoreAbove), aboveThreshold: isAbove(score, scoreAbove) };
  }

  private competency(id: string, score: ExactScore, isLeftOut: boolean): ReportView['competencies'][number] {
    const competency = this.bank.competencies.find((known) => known.id === id);
    const anchor = isLeftOut ? LEFT_OUT : competency?.anchors?.[anchorFor(score)] ?? '';
    return { id, title: this.bank.competencyTitle(id), shown: showScore(score), value: approximately(score), anchor };
  }

  /** What the goals speak of, with the score of each where a question was about it, and what strong looks like. */
  private goals(text: string | null, scores: Readonly<Record<string, ExactScore>>): ReportView['goals'] {
    if (text === null) return null;
    const about = competenciesNamedIn(this.bank, text).map((id) => {
      const score = scores[id];
      const next = this.bank.competencies.find((known) => known.id === id)?.anchors?.[5] ?? '';
      return { id, title: this.bank.competencyTitle(id), shown: score ? showScore(score) : null, next };
    });
    return { text, about };
  }
}

function anchorFor(score: ExactScore): 1 | 3 | 5 {
  if (isAbove(score, '7.5')) return 5;
  return isAbove(score, '4') ? 3 : 1;
}
