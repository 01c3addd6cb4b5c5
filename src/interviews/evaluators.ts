import { Inject, Injectable } from '@nestjs/common';
import { AiModel } from '../platform/ai/index.js';
import { type AskedQuestion } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { type Interview } from './interview.entity.js';
import { aiNotOffered } from './interviews.errors.js';
import { type StoredScore } from './scored-answer.js';
import { AiEvaluator } from './scoring/ai-evaluator.js';
import { BuiltInEvaluator } from './scoring/built-in-evaluator.js';
import { type Evaluator } from './scoring/evaluation.js';
import { type EvaluatorCard, evaluatorCard } from './scoring/evaluator-card.js';

/** Who may judge answers on this machine: the built-in evaluator, and an AI provider for those who let it. */
@Injectable()
export class Evaluators {
  private readonly builtIn: BuiltInEvaluator;
  private readonly byAi: AiEvaluator | null;

  constructor(
    private readonly bank: QuestionBank,
    @Inject(AiModel) private readonly ai: AiModel | null,
  ) {
    this.builtIn = new BuiltInEvaluator(bank);
    this.byAi = ai && new AiEvaluator(ai, this.builtIn);
  }

  /** The provider that a candidate who wants one will have; null for one who does not. AppError `interviews.ai_not_offered`. */
  providerFor(aiProcessing: boolean): string | null {
    if (!aiProcessing) return null;
    if (!this.ai) throw aiNotOffered();
    return this.ai.provider;
  }

  /** The provider the candidate has chosen, as long as it is the one that serves; the built-in evaluator for all others. */
  chosenFor({ aiProcessing, aiProvider }: Interview): Evaluator {
    return this.byAi && aiProcessing && aiProvider === this.ai?.provider ? this.byAi : this.builtIn;
  }

  /** The judgement of one answer, with what the bank teaches about its question; AppErrors of the AI when `evaluator` is one. */
  async judge(evaluator: Evaluator, asked: AskedQuestion, earlierAnswers: readonly string[], signal: AbortSignal): Promise<StoredScore> {
    const question = this.bank.question(asked.questionId);
    if (!question) return this.unjudged(asked, 'This question has left the question bank, so we could not judge the answer.');
    const evaluation = await evaluator.evaluate({ question, answer: asked.answer?.text ?? '', earlierAnswers, signal });
    if (evaluation.state === 'not_scored') return this.unjudged(asked, evaluation.message);
    const scored = evaluation.state === 'scored' ? evaluation : null;
    return {
      state: evaluation.state,
      message: null,
      criteria: scored?.criteria ?? null,
      points: question.points.map(({ id, text }) => ({ id, text, covered: scored?.points.some((point) => point.id === id && point.covered) ?? false })),
      advice: scored?.advice ?? [],
      outline: question.modelOutline,
    };
  }

  /** What the built-in evaluator makes of an answer while it is being written, the weightiest points first. Nobody else is ever asked. */
  async feedbackOn(asked: AskedQuestion, earlierAnswers: readonly string[]): Promise<StoredScore> {
    const judged = await this.judge(this.builtIn, asked, earlierAnswers, new AbortController().signal);
    const weight = new Map(this.bank.question(asked.questionId)?.points.map((point) => [point.id, point.weight]));
    return { ...judged, points: [...judged.points].sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0)) };
  }

  /** What anybody may know about the evaluator that is always there. */
  card(): EvaluatorCard {
    return evaluatorCard(this.builtIn, this.bank);
  }

  /** No number, and why. */
  unjudged({ questionId }: AskedQuestion, message: string): StoredScore {
    const question = this.bank.question(questionId);
    const points = question?.points.map(({ id, text }) => ({ id, text, covered: false })) ?? [];
    return { state: 'not_scored', message, criteria: null, points, advice: [], outline: question?.modelOutline ?? [] };
  }
}
