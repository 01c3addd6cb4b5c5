import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { QuestionBank } from './bank/question-bank.js';
import { type Competency, type Question, type QuestionKind } from './bank/question.js';
import { ShownOutlines } from './certifiable/shown-outlines.repository.js';
import { Evaluators } from './evaluators.js';
import { levelTitle } from './level-title.js';
import { AiEvaluator } from './scoring/ai-evaluator.js';
import { CRITERIA, CRITERION_WORDS, RUBRIC } from './scoring/rubric.js';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** A question of the bank as somebody sees it who chooses questions for others. Times in seconds. */
export interface BankQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly competencies: readonly string[];
  readonly roles: readonly string[];
  readonly levels: readonly string[];
  /** What a good answer says. */
  readonly points: readonly string[];
  readonly anchors: Question['anchors'];
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
}

/** Whoever may score an interview here; `provider` is the id of an AI provider in the policy, null for what is built in. */
export interface Judge {
  readonly name: string;
  readonly version: string;
  readonly provider: string | null;
}

/** What an interview can be put together from, and who may judge it. */
@Injectable()
export class InterviewMaterial {
  constructor(
    private readonly bank: QuestionBank,
    private readonly evaluators: Evaluators,
    private readonly shown: ShownOutlines,
  ) {}

  competencies(): readonly Competency[] {
    return this.bank.competencies;
  }

  /** From the first job to the last. */
  levels(): Titled[] {
    return [...new Set(this.bank.roles.flatMap(({ levels }) => levels))].map((id) => ({ id, title: levelTitle(id) }));
  }

  /** All of them, for whoever chooses questions for others. They have then been shown what a good answer says, and earn no certificate with it themselves. */
  async questions(tx: Tx, readerId: string): Promise<BankQuestion[]> {
    await this.shown.noteAll(tx, readerId, this.bank.questions.map(({ id }) => id));
    return this.bank.questions.map((question) => this.described(question));
  }

  /** Somebody reads what good answers to these say, beside answers of others: from now on they earn no certificate with them. Questions that are none of the bank's are left out. */
  async noteOutlinesRead(tx: Tx, readerId: string, questionIds: readonly string[]): Promise<void> {
    await this.shown.noteAll(tx, readerId, questionIds.filter((id) => this.bank.question(id) !== null));
  }

  /** Null when the bank does not have it. */
  question(id: string): BankQuestion | null {
    const found = this.bank.question(id);
    return found && this.described(found);
  }

  /** The built-in evaluator first. */
  judges(): Judge[] {
    return this.evaluators.all().map((evaluator) => ({ name: evaluator.name, version: evaluator.version, provider: evaluator instanceof AiEvaluator ? evaluator.choice.provider : null }));
  }

  /** By what they judge, with the weight of each part. */
  rubric(): { id: string; criteria: { title: string; asks: string; weight: number }[] } {
    return { id: RUBRIC.id, criteria: CRITERIA.map((id) => ({ ...CRITERION_WORDS[id], weight: RUBRIC.weights[id] })) };
  }

  private described({ id, text, kind, competencies, roles, levels, points, anchors, thinkSeconds, answerSeconds }: Question): BankQuestion {
    return { id, text, kind, competencies, roles: roles.map((role) => this.bank.role(role)?.title ?? role), levels, points: points.map((point) => point.text), anchors, thinkSeconds, answerSeconds };
  }
}
