import { Injectable } from '@nestjs/common';
import { type Consented } from '../consent/index.js';
import { type Tx } from '../platform/db/index.js';
import { AnswerRepository } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { type AnswersInWords, BestAnswers } from './best-answers.js';
import { InterviewRepository } from './interviews.repository.js';
import { levelTitle } from './level-title.js';
import { competencyScores } from './scored-answer.js';
import { asDecimal, readScore } from './scoring/rubric.js';

/** The results of one interview as others may be shown them. Scores are decimals with three places, cut off: `'7.421'`. */
export interface BestScores {
  readonly interviewId: string;
  readonly overall: string;
  /** By id of the competency. */
  readonly competencies: Readonly<Record<string, string>>;
  /** Who judged the answers. */
  readonly evaluator: string;
  /** When the results go; null when they are kept until they are deleted. */
  readonly until: Date | null;
}

/** What may be told of somebody's interviews outside this module, and how levels and competencies are called. */
@Injectable()
export class InterviewScores {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly inWords: BestAnswers,
    private readonly bank: QuestionBank,
  ) {}

  /** The best whole interview without help (Live, no drill) whose results are still there; null without one. Of two alike, the newer. */
  async best(tx: Tx, candidateId: string): Promise<BestScores | null> {
    const interview = await this.interviews.best(tx, candidateId);
    if (!interview?.overall || !interview.evaluator) return null;
    const { id, runId, overall, evaluator, expiresAt } = interview;
    const competencies = competencyScores(await this.answers.withScores(tx, id, runId));
    return {
      interviewId: id, overall: asDecimal(readScore(overall)), evaluator, until: expiresAt,
      competencies: Object.fromEntries(Object.entries(competencies).map(([competency, score]) => [competency, asDecimal(score)])),
    };
  }

  /** What was said best in one of the interviews that `best` chooses from, at most three answers; null without a consent that shares answers, and from the second the results are over. */
  async sharedAnswers(tx: Tx, { subjectId, fields }: Consented<'discovery'>, interviewId: string): Promise<AnswersInWords | null> {
    return fields.includes('answers') ? this.inWords.of(tx, subjectId, interviewId) : null;
  }

  /** What that would be of somebody's best interview, for nobody's eyes but theirs. */
  ownAnswers(tx: Tx, candidateId: string): Promise<AnswersInWords | null> {
    return this.inWords.ofBest(tx, candidateId);
  }

  /** Whose interview it is; null when it is gone. */
  candidateOf(tx: Tx, interviewId: string): Promise<string | null> {
    return this.interviews.candidateOf(tx, interviewId);
  }

  competencies(): readonly { readonly id: string; readonly title: string }[] {
    return this.bank.competencies;
  }

  /** Whether any question is about it. */
  hasCompetency(id: string): boolean {
    return this.bank.competencies.some((competency) => competency.id === id);
  }

  /** `'system-design'` → `'System design'` */
  competencyTitle(id: string): string {
    return this.bank.competencyTitle(id);
  }

  /** `'mid'` → `'Mid-level'` */
  levelTitle(id: string): string {
    return levelTitle(id);
  }
}
