import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { AnswerRepository, type AskedQuestion } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { Evaluators } from './evaluators.js';
import { InterviewRepository } from './interviews.repository.js';
import { questionOf } from './invited/question-of.js';
import { type Answered } from './question-writer.js';
import { type Wish, type Worded } from './question-writers.js';
import { type FollowUp, mostFollowUps } from './scoring/follow-up.js';

/** A question whose answer may be come back to. */
export interface Opening {
  readonly wish: Wish & { readonly position: number };
  readonly answered: Answered;
}

/** Where an interview may come back to an answer. The built-in evaluator alone looks for that; nothing of its judgement is kept or shown. */
@Injectable()
export class Openings {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly evaluators: Evaluators,
    private readonly bank: QuestionBank,
  ) {}

  /** Null when there is nothing to come back to. AppError `interviews.already_submitted`; 404 when there is no such question. */
  async find(tx: Tx, candidateId: string, id: string, position: number): Promise<Opening | null> {
    const { interview, asked } = await this.open(tx, candidateId, id, position);
    const question = asked && questionOf(this.bank, asked);
    if (!asked || !question) return null;
    const { state, points } = await this.evaluators.feedbackOn(asked, []);
    if (state !== 'scored') return null;
    const { aiProcessing } = interview;
    return { wish: { candidateId, interviewId: id, position, aiProcessing }, answered: { question, asked: asked.text, answer: asked.answer?.text ?? '', points } };
  }

  /** Whether its interview has not been deleted meanwhile. */
  isThere(tx: Tx, { wish: { interviewId } }: Opening): Promise<boolean> {
    return this.interviews.isThere(tx, interviewId);
  }

  /** Asks it, unless the interview has gone on meanwhile: handed in, come back to before, or the answer written anew. */
  async take(tx: Tx, { wish: { candidateId, interviewId, position }, answered }: Opening, { words, wordedBy }: Worded<FollowUp>): Promise<void> {
    const { asked } = await this.open(tx, candidateId, interviewId, position);
    if (asked?.answer?.text === answered.answer) await this.answers.follow(tx, interviewId, position, words, wordedBy);
  }

  /** The question while it may still be come back to, else null; nobody else changes the interview until `tx` ends. */
  private async open(tx: Tx, candidateId: string, id: string, position: number): Promise<{ interview: { readonly aiProcessing: boolean }; asked: AskedQuestion | null }> {
    const interview = await this.interviews.getOpenLocked(tx, candidateId, id);
    const all = await this.answers.asked(tx, id);
    const asked = all.find((question) => question.position === position && question.follows === null);
    if (!asked) throw notFound();
    const followed = all.filter(({ follows }) => follows !== null);
    const isOver = interview.mode !== 'live' || followed.length >= mostFollowUps(all.length - followed.length) || followed.some(({ follows }) => follows === position);
    return { interview, asked: isOver ? null : asked };
  }
}
