import { type AiChoice, type AiModels, isAiFault, isAway } from '../../platform/ai/index.js';
import { type Question } from '../bank/question.js';
import { adviceFor } from './advice.js';
import { judgementOf, locate } from './ai-judgement.js';
import { promptFor, rubricFor } from './ai-prompt.js';
import { type BuiltInEvaluator } from './built-in-evaluator.js';
import { type CriterionResult, type Evaluation, type EvaluationRequest, type Evaluator, type NotScoredReason } from './evaluation.js';
import { CRITERIA, type Criterion, RUBRIC } from './rubric.js';

const NOT_SENT: Readonly<Record<NotScoredReason, string>> = {
  another_language: 'This answer does not seem to be in English, so it was not sent to the AI provider and has no score.',
  gibberish: 'We could not read this answer as sentences, so it was not sent to the AI provider and has no score.',
};

/** The question with its points and anchors, and what was said to it: nothing else ever leaves. */
const SENT = ['question', 'points', 'anchors', 'answer'];

/**
 * Lets an AI model judge answers by the rubric of the built-in evaluator. It gives integers and quotes only: the totals
 * are ours. It is sent the question and this one answer, and nothing that says whose it is.
 */
export class AiEvaluator implements Evaluator {
  readonly name: string;
  readonly version = '1';

  constructor(
    private readonly models: AiModels,
    readonly choice: AiChoice,
    private readonly builtIn: BuiltInEvaluator,
  ) {
    this.name = `${choice.provider}/${choice.model}`;
  }

  /** AppErrors `ai.unavailable`, `ai.daily_cap`; `ai.bad_answer` when a judgement was unfit twice. */
  async evaluate({ question, answer, ...request }: EvaluationRequest): Promise<Evaluation> {
    const clear = this.builtIn.withoutJudging(answer);
    if (clear) return clear.state === 'not_scored' ? { ...clear, message: NOT_SENT[clear.reason] } : clear;
    const { criteria, coveredPoints } = await this.judge(question, answer, request);
    const results = Object.fromEntries(CRITERIA.map((criterion): [Criterion, CriterionResult] => {
      const { score, reason, quotes } = criteria[criterion];
      return [criterion, { score, reason, quotes: quotes.flatMap((quote) => locate(answer, quote) ?? []) }];
    })) as Record<Criterion, CriterionResult>;
    const points = question.points.map(({ id }) => ({ id, covered: coveredPoints.includes(id) }));
    return { state: 'scored', criteria: results, points, advice: adviceFor(question, results, points) };
  }

  /** Asks, and once more when the judgement does not fit. */
  private async judge(question: Question, answer: string, { about, signal = new AbortController().signal, mayGoOn }: Pick<EvaluationRequest, 'about' | 'signal' | 'mayGoOn'>) {
    if (!about || !mayGoOn) throw new Error('An AI provider is asked for somebody only, and with their leave');
    const ask = (again: boolean) => this.models.askFor({
      run: { role: 'evaluator', choice: this.choice, ...about, rubric: RUBRIC.id, fields: SENT },
      schema: judgementOf(question, answer), system: rubricFor(question), prompt: promptFor(answer, again), signal, mayGoOn,
    });
    try {
      return await ask(false);
    } catch (error) {
      if (!isAiFault(error) || isAway(error)) throw error;
      return ask(true);
    }
  }
}
