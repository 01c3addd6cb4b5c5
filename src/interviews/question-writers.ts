import { Injectable, Logger } from '@nestjs/common';
import { AiModels, AiTimings, isAiFault, isCapped } from '../platform/ai/index.js';
import { Database } from '../platform/db/index.js';
import { AiConsents } from './ai-consents.js';
import { type Question } from './bank/question.js';
import { type Answered, bankWriter, type Occasion, type QuestionWriter } from './question-writer.js';
import { AiQuestionWriter, type OnBehalf } from './question-writer-ai.js';
import { type FollowUp } from './scoring/follow-up.js';

/** Words, and whose they are: `provider/model`, or null for the bank's own. */
export interface Worded<T> {
  readonly words: T;
  readonly wordedBy: string | null;
}

/** Somebody's interview that wants words. */
export interface Wish {
  readonly candidateId: string;
  readonly interviewId: string;
  readonly position?: number;
  /** Whether AI is wanted for this interview at all. */
  readonly aiProcessing: boolean;
  /** Asked before everything that is sent, where the interview has begun and may be deleted meanwhile. */
  readonly isStillThere?: () => Promise<boolean>;
}

/**
 * Has questions said by the first AI provider that the candidate allows and that answers in time, and by the bank
 * otherwise. Nobody waits for more than a moment, and no interview fails for want of other words.
 */
@Injectable()
export class QuestionWriters {
  private readonly logger = new Logger('QuestionWriters');

  constructor(
    private readonly models: AiModels,
    private readonly consents: AiConsents,
    private readonly timings: AiTimings,
    private readonly db: Database,
  ) {}

  /** One for each question in its order. Where nothing is known of the job or the person, nobody is asked. */
  async word(wish: Wish, questions: readonly Question[], occasion: Occasion): Promise<readonly Worded<string | null>[]> {
    const isBare = occasion.jobDescription === null && occasion.skills.length === 0 && occasion.titles.length === 0;
    const { words, wordedBy } = await this.first(wish, isBare ? 0 : this.timings.wording, (writer) => writer.word(questions, occasion));
    return words.map((text) => ({ words: text, wordedBy: text === null ? null : wordedBy }));
  }

  /** What to come back to; null when there is nothing. An AI is asked only where the bank would come back, too. */
  async followUp(wish: Wish, answered: Answered): Promise<Worded<FollowUp> | null> {
    const bank = await bankWriter.followUp(answered);
    if (!bank) return null;
    const { words, wordedBy } = await this.first(wish, this.timings.followUp, (writer) => writer.followUp(answered));
    return words ? { words, wordedBy } : { words: bank, wordedBy: null };
  }

  /** Not within a transaction: it would be open as long as the provider takes. */
  private async first<T>({ candidateId, interviewId, position, aiProcessing, isStillThere = () => Promise.resolve(true) }: Wish, patience: number, write: (writer: QuestionWriter) => Promise<T>): Promise<Worded<T>> {
    const choices = aiProcessing && patience > 0 ? await this.db.transaction((tx) => this.consents.allowed(tx, candidateId, 'question_writer')) : [];
    const signal = AbortSignal.timeout(Math.max(patience, 1));
    for (const choice of choices) {
      const mayGoOn = async (): Promise<boolean> => (await isStillThere()) && this.consents.stillAllows(candidateId, choice);
      const behalf: OnBehalf = { accountId: candidateId, interviewId, ...(position === undefined ? {} : { position }), signal, mayGoOn };
      const writer = new AiQuestionWriter(this.models, choice, behalf);
      try {
        return { words: await write(writer), wordedBy: writer.name };
      } catch (error) {
        if (!signal.aborted && !isAiFault(error)) this.logger.error({ error: error instanceof Error ? error.name : typeof error }, 'Questions could not be worded');
        if (signal.aborted || !isAiFault(error) || isCapped(error)) break;
      }
    }
    return { words: await write(bankWriter), wordedBy: null };
  }
}
