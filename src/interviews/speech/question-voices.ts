import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type AiChoice } from '../../platform/ai/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { type Question } from '../bank/question.js';
import { QuestionBank } from '../bank/question-bank.js';
import { InterviewRepository } from '../interviews.repository.js';
import { BankVoices } from './bank-voices.js';
import { Voices } from './voices.js';

/** Questions, read aloud. */
@Injectable()
export class QuestionVoices {
  constructor(
    private readonly bank: QuestionBank,
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly bankVoices: BankVoices,
    private readonly voices: Voices,
    private readonly db: Database,
  ) {}

  /** A question of the bank; 404 when there is none. Nothing of anybody is sent. */
  async ofBank(questionId: string, range: string | undefined): Promise<ServedObject> {
    const question = this.bank.question(questionId);
    if (!question) throw notFound();
    return this.bankVoices.serve(question.text, range);
  }

  /** A question as it was asked of somebody: in the bank's words as everybody hears it, in words of its own under their consent, and then kept nowhere. */
  async ofMine(candidateId: string, interviewId: string, position: number, range: string | undefined, signal: AbortSignal): Promise<ServedObject> {
    const { text, choices } = await this.db.transaction((tx) => this.asked(tx, candidateId, interviewId, position));
    if (choices === null) return this.bankVoices.serve(text, range);
    const spoken = await this.voices.readFor(choices, { candidateId, interviewId, position, text }, signal);
    return { status: 200, headers: { 'content-type': 'audio/mpeg', 'content-length': String(spoken.length), 'cache-control': 'private, no-store' }, stream: Readable.from([spoken]) };
  }

  /** `choices`: who may read it; null for the bank's words, which may be read by anybody. */
  private async asked(tx: Tx, candidateId: string, interviewId: string, position: number): Promise<{ text: string; choices: readonly AiChoice[] | null }> {
    const { origin } = await this.interviews.getMine(tx, candidateId, interviewId);
    const asked = (await this.answers.asked(tx, interviewId)).find((question) => question.position === position);
    if (!asked) throw notFound();
    const isOfBank = isWordOf(this.bank.question(asked.questionId), asked.text);
    return { text: asked.text, choices: isOfBank ? null : await this.voices.allowedTo(tx, candidateId, origin) };
  }
}

const isWordOf = (question: Question | null, text: string): boolean => question !== null && (question.text === text || question.followUps.includes(text));
