import { Injectable } from '@nestjs/common';
import { AiModels, AiProviders } from '../platform/ai/index.js';
import { type Tx } from '../platform/db/index.js';
import { AiConsents } from './ai-consents.js';
import { type AskedQuestion } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { weightiestFirst } from './feedback-view.js';
import { type Interview } from './interview.entity.js';
import { questionOf } from './invited/question-of.js';
import { type StoredScore } from './scored-answer.js';
import { AiEvaluator } from './scoring/ai-evaluator.js';
import { BuiltInEvaluator } from './scoring/built-in-evaluator.js';
import { type EvaluationRequest, type Evaluator } from './scoring/evaluation.js';
import { type EvaluatorCard, evaluatorCard } from './scoring/evaluator-card.js';
import { storedScore, unjudged } from './stored-score.js';

/** Who may judge answers on this machine: the built-in evaluator, and AI providers for those who let them. */
@Injectable()
export class Evaluators {
  private readonly builtIn: BuiltInEvaluator;
  private readonly byAi: readonly AiEvaluator[];

  constructor(
    private readonly bank: QuestionBank,
    private readonly providers: AiProviders,
    models: AiModels,
    private readonly consents: AiConsents,
  ) {
    this.builtIn = BuiltInEvaluator.of(bank);
    this.byAi = providers.for('evaluator').map((choice) => new AiEvaluator(models, choice, this.builtIn));
  }

  /** The built-in one, then those of AI providers in the operator's order. */
  all(): readonly Evaluator[] {
    return [this.builtIn, ...this.byAi];
  }

  /** Works out beforehand, in steps of some milliseconds, what the first answers to the built-in one would wait for. */
  preparing(): Generator<void> {
    return this.builtIn.preparing();
  }

  /**
   * Who may judge this interview now, in order: the next is asked when the one before is away. The built-in evaluator
   * where AI is not wanted or not allowed, and behind the others where the operator says so.
   */
  async orderFor(tx: Tx, { candidateId, aiProcessing }: Pick<Interview, 'candidateId' | 'aiProcessing'>): Promise<Evaluator[]> {
    const allowed = aiProcessing ? await this.consents.allowed(tx, candidateId, 'evaluator') : [];
    const byAi = this.byAi.filter(({ choice }) => allowed.includes(choice));
    return byAi.length === 0 || this.providers.endsBuiltIn ? [...byAi, this.builtIn] : byAi;
  }

  /** The judgement of one answer, with what the bank teaches about its question; AppErrors of the AI when `evaluator` is one. */
  async judge(evaluator: Evaluator, asked: AskedQuestion, earlierAnswers: readonly string[], request: Omit<EvaluationRequest, 'question' | 'answer' | 'earlierAnswers' | 'askedAs'> = {}): Promise<StoredScore> {
    const question = questionOf(this.bank, asked);
    if (!question) return unjudged(null, 'This question has left the question bank, so we could not judge the answer.');
    return storedScore(question, await evaluator.evaluate({ question, answer: asked.answer?.text ?? '', earlierAnswers, ...(asked.text === question.text ? {} : { askedAs: asked.text }), ...request }));
  }

  /** What the built-in evaluator makes of an answer while it is being written, the weightiest points first. Nobody else is ever asked. */
  async feedbackOn(asked: AskedQuestion, earlierAnswers: readonly string[]): Promise<StoredScore> {
    return weightiestFirst(questionOf(this.bank, asked), await this.judge(this.builtIn, asked, earlierAnswers));
  }

  /** Name and version of the evaluator that is always there, as scores are marked with them. */
  get builtInSignature(): string {
    return `${this.builtIn.name} ${this.builtIn.version}`;
  }

  /** What anybody may know about the evaluator that is always there. */
  card(): EvaluatorCard {
    return evaluatorCard(this.builtIn, this.bank);
  }

  /** No number, for a reason that is ours. */
  unjudged(asked: AskedQuestion, message: string): StoredScore {
    return unjudged(questionOf(this.bank, asked), message);
  }
}
