import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { PaperPress } from '../candidates/index.js';
import { notFound } from '../kernel/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { type ReportView } from './interviews.dto.js';
import { InterviewRepository } from './interviews.repository.js';
import { levelTitle } from './level-title.js';
import { reportPdf } from './report-pdf/report-pdf.js';
import { competencyScores, type ScoredAnswer, scoreOf } from './scored-answer.js';
import { approximately, CRITERIA, CRITERION_WORDS, type ExactScore, isAbove, readScore, showScore } from './scoring/rubric.js';

/** More quotes than these make a margin nobody reads; all of them stay stored. */
const MOST_QUOTES = 2;

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
      competencies: Object.entries(competencyScores(answers)).map(([competency, score]) => this.competency(competency, score)),
      answers: answers.map((answer) => this.answer(answer)),
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

  private competency(id: string, score: ExactScore): ReportView['competencies'][number] {
    const competency = this.bank.competencies.find((known) => known.id === id);
    return { id, title: this.bank.competencyTitle(id), shown: showScore(score), value: approximately(score), anchor: competency?.anchors?.[anchorFor(score)] ?? '' };
  }

  private answer(answer: ScoredAnswer): ReportView['answers'][number] {
    const { criteria } = answer;
    const score = scoreOf(answer);
    return {
      position: answer.position,
      question: answer.question,
      kind: answer.kind as ReportView['answers'][number]['kind'],
      text: answer.text,
      state: answer.state ?? 'not_scored',
      message: answer.message,
      shown: score && showScore(score),
      criteria: criteria ? CRITERIA.map((id) => ({ id, title: CRITERION_WORDS[id].title, ...criteria[id], quotes: criteria[id].quotes.slice(0, MOST_QUOTES) })) : [],
      points: [...(answer.points ?? [])],
      advice: [...(answer.advice ?? [])],
      modelOutline: [...(answer.outline ?? [])],
    };
  }
}

function anchorFor(score: ExactScore): 1 | 3 | 5 {
  if (isAbove(score, '7.5')) return 5;
  return isAbove(score, '4') ? 3 : 1;
}
