import { Inject, Injectable } from '@nestjs/common';
import { ConsentGate } from '../consent/index.js';
import { AiModel } from '../platform/ai/index.js';
import { type Tx } from '../platform/db/index.js';
import { type AskedQuestion } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { weightiestFirst } from './feedback-view.js';
import { type Interview } from './interview.entity.js';
import { aiNotOffered } from './interviews.errors.js';
import { type StoredScore } from './scored-answer.js';
import { AiEvaluator } from './scoring/ai-evaluator.js';
import { BuiltInEvaluator } from './scoring/built-in-evaluator.js';
import { type EvaluationRequest, type Evaluator } from './scoring/evaluation.js';
import { type EvaluatorCard, evaluatorCard } from './scoring/evaluator-card.js';
import { storedScore, withoutScore } from './stored-score.js';

/** Who may judge answers on this machine: the built-in evaluator, and an AI provider for those who let it. */
@Injectable()
export class Evaluators {
  private readonly builtIn: BuiltInEvaluator;
  private readonly byAi: AiEvaluator | null;

  constructor(
    private readonly bank: QuestionBank,
    @Inject(AiModel) private readonly ai: AiModel | null,
    private readonly consents: ConsentGate,
  ) {
    this.builtIn = new BuiltInEvaluator(bank);
    this.byAi = ai && new AiEvaluator(ai, this.builtIn);
  }

  /** The provider that serves, for a candidate who let it. AppErrors `interviews.ai_not_offered`, `consent.required`. */
  async requireProvider(tx: Tx, candidateId: string): Promise<string> {
    if (!this.ai) throw aiNotOffered();
    await this.consents.require(tx, candidateId, 'ai_processing', this.ai.provider);
    return this.ai.provider;
  }

  /**
   * The provider the candidate has chosen, as long as it is the one that serves and the candidate lets it; the built-in
   * evaluator for all others.
   */
  async chosenFor(tx: Tx, { candidateId, aiProcessing, aiProvider }: Interview): Promise<Evaluator> {
    if (!this.byAi || !aiProcessing || aiProvider !== this.ai?.provider) return this.builtIn;
    return (await this.consents.find(tx, candidateId, 'ai_processing', aiProvider)) ? this.byAi : this.builtIn;
  }

  /** The judgement of one answer, with what the bank teaches about its question; AppErrors of the AI when `evaluator` is one. */
  async judge(evaluator: Evaluator, asked: AskedQuestion, earlierAnswers: readonly string[], request: Omit<EvaluationRequest, 'question' | 'answer' | 'earlierAnswers'> = {}): Promise<StoredScore> {
    const question = this.bank.question(asked.questionId);
    if (!question) return withoutScore(null, 'This question has left the question bank, so we could not judge the answer.');
    return storedScore(question, await evaluator.evaluate({ question, answer: asked.answer?.text ?? '', earlierAnswers, ...request }));
  }

  /** What the built-in evaluator makes of an answer while it is being written, the weightiest points first. Nobody else is ever asked. */
  async feedbackOn(asked: AskedQuestion, earlierAnswers: readonly string[]): Promise<StoredScore> {
    return weightiestFirst(this.bank.question(asked.questionId), await this.judge(this.builtIn, asked, earlierAnswers));
  }

  /** Name and version of the evaluator that is always there, as scores are marked with them. */
  get builtInSignature(): string {
    return `${this.builtIn.name} ${this.builtIn.version}`;
  }

  /** What anybody may know about the evaluator that is always there. */
  card(): EvaluatorCard {
    return evaluatorCard(this.builtIn, this.bank);
  }

  /** No number, and why. */
  unjudged({ questionId }: AskedQuestion, message: string): StoredScore {
    return withoutScore(this.bank.question(questionId), message);
  }
}
