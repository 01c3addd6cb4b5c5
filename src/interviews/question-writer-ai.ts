import { z } from 'zod';
import { type AiChoice, type AiModels } from '../platform/ai/index.js';
import { type Question } from './bank/question.js';
import { fitFollowUp, fitWords } from './question-writer-check.js';
import { FOLLOWING_UP, followUpPrompt, WORDING, wordingPrompt } from './question-writer-prompt.js';
import { type Answered, type Occasion, type QuestionWriter } from './question-writer.js';
import { type FollowUp } from './scoring/follow-up.js';

/** On whose behalf questions are worded, for how long, and whether they still let it happen. */
export interface OnBehalf {
  readonly accountId: string;
  readonly interviewId: string;
  readonly position?: number;
  readonly signal: AbortSignal;
  readonly mayGoOn: () => Promise<boolean>;
}

interface Numbered {
  readonly number: number;
  readonly question: Question;
}

/** A little variety: nobody is to hear the same sentence twice. */
const TEMPERATURE = 0.7;

const wordings = z.strictObject({ questions: z.array(z.strictObject({ number: z.number().int(), text: z.string() })) });
const followUps = z.strictObject({ text: z.string(), takesUp: z.string().nullable() });

/** Has an AI model say the bank's questions in words of its own. What does not fit is asked for once more, and then left to the bank. */
export class AiQuestionWriter implements QuestionWriter {
  readonly name: string;

  constructor(
    private readonly models: AiModels,
    private readonly choice: AiChoice,
    private readonly behalf: OnBehalf,
  ) {
    this.name = `${choice.provider}/${choice.model}`;
  }

  /** AppErrors of the AI. */
  async word(questions: readonly Question[], occasion: Occasion): Promise<readonly (string | null)[]> {
    const all = questions.map((question, at) => ({ number: at + 1, question }));
    const first = await this.wordsFor(all, occasion);
    const unfit = all.filter(({ number }) => !first.has(number));
    const second = unfit.length > 0 ? await this.wordsFor(unfit, occasion) : new Map<number, string>();
    return all.map(({ number }) => first.get(number) ?? second.get(number) ?? null);
  }

  /** AppErrors of the AI. */
  async followUp(answered: Answered): Promise<FollowUp | null> {
    return (await this.tryFollowUp(answered)) ?? this.tryFollowUp(answered);
  }

  private async wordsFor(questions: readonly Numbered[], occasion: Occasion): Promise<ReadonlyMap<number, string>> {
    const { prompt, sent } = wordingPrompt(questions, occasion);
    const reply = await this.ask(sent, wordings, WORDING, prompt);
    return new Map(questions.flatMap(({ number, question }) => {
      const words = fitWords(reply.questions.find((said) => said.number === number)?.text ?? '', question);
      return words === null ? [] : [[number, words] as const];
    }));
  }

  private async tryFollowUp(answered: Answered): Promise<FollowUp | null> {
    const reply = await this.ask(['question', 'points', 'answer'], followUps, FOLLOWING_UP, followUpPrompt(answered));
    return fitFollowUp(reply, answered.question, answered.answer);
  }

  private ask<T>(fields: readonly string[], schema: z.ZodType<T>, system: string, prompt: string): Promise<T> {
    const { signal, mayGoOn, ...whose } = this.behalf;
    return this.models.askFor({ run: { role: 'question_writer', choice: this.choice, fields, ...whose }, schema, system, prompt, temperature: TEMPERATURE, signal, mayGoOn });
  }
}
