import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { AnswerRepository } from './answers.repository.js';
import { type Question } from './bank/question.js';
import { QuestionBank } from './bank/question-bank.js';
import { InterviewRoom } from './interview-room.js';
import { InterviewShelf } from './interview-shelf.js';
import { Scorer } from './scorer.js';

export interface DemoInterview {
  readonly roleId: string;
  readonly levelId: string;
  readonly daysAgo: number;
  /** How the questions are answered in turn: a good answer, a thin one, or none. */
  readonly answers: readonly ('good' | 'thin' | 'none')[];
}

/** Interviews for a demonstration: taken in the real room with sample answers of the bank, scored by the real scorer. */
@Injectable()
export class DemoInterviews {
  constructor(
    private readonly shelf: InterviewShelf,
    private readonly room: InterviewRoom,
    private readonly scorer: Scorer,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly db: Database,
  ) {}

  async take(candidateId: string, { roleId, levelId, daysAgo, answers }: DemoInterview): Promise<void> {
    const { id } = await this.shelf.start(candidateId, { roleId, levelId, questionCount: answers.length });
    for (const { position, questionId } of await this.answers.asked(this.db.alone, id)) {
      const text = sample(this.bank.question(questionId), answers[position - 1] ?? 'none');
      if (text) await this.db.transaction((tx) => this.room.saveAnswer(tx, candidateId, id, position, text, 0));
    }
    await this.db.transaction((tx) => this.room.submit(tx, candidateId, id));
    await this.scorer.score(id);
    await this.db.alone.query(
      `update interviews.interview set started_at = started_at - $2::interval, submitted_at = submitted_at - $2::interval,
         scored_at = scored_at - $2::interval, expires_at = expires_at - $2::interval where id = $1`,
      [id, `${daysAgo} days`],
    );
  }
}

function sample(question: Question | null, kind: 'good' | 'thin' | 'none'): string {
  if (!question || kind === 'none') return '';
  return (kind === 'good' ? question.modelAnswers[0] : question.weakAnswers.thin[0]) ?? '';
}
