import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { AnswerRepository } from './answers.repository.js';
import { type Question } from './bank/question.js';
import { QuestionBank } from './bank/question-bank.js';
import { InterviewPlanner } from './interview-planner.js';
import { InterviewRepository } from './interviews.repository.js';
import { Scorer } from './scorer.js';

export interface DemoInterview {
  readonly roleId: string;
  readonly levelId: string;
  readonly daysAgo: number;
  /** How the questions are answered in turn: a good answer, a thin one, or none. */
  readonly answers: readonly ('good' | 'thin' | 'none')[];
}

/** Interviews for a demonstration: planned by the real planner, answered with samples of the bank, scored by the real scorer. */
@Injectable()
export class DemoInterviews {
  constructor(
    private readonly planner: InterviewPlanner,
    private readonly interviews: InterviewRepository,
    private readonly scorer: Scorer,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly db: Database,
  ) {}

  /** Its id. */
  async take(candidateId: string, { roleId, levelId, daysAgo, answers }: DemoInterview): Promise<string> {
    const { id } = await this.db.transaction(async (tx) => this.planner.start(tx, candidateId, await this.planner.plan(tx, candidateId, { roleId, levelId, questionCount: answers.length })));
    await this.handIn(id, answers);
    await this.db.alone.query(
      `update interviews.interview set started_at = started_at - $2::interval, submitted_at = submitted_at - $2::interval,
         scored_at = scored_at - $2::interval, expires_at = expires_at - $2::interval where id = $1`,
      [id, `${daysAgo} days`],
    );
    return id;
  }

  /** Answers the questions of an interview that is under way with samples of the bank, and has it scored where a program may. */
  async handIn(id: string, answers: DemoInterview['answers']): Promise<void> {
    await this.db.transaction(async (tx) => {
      const interview = await this.interviews.findLocked(tx, id);
      if (!interview) throw new Error('The interview to hand in is gone');
      for (const { position, questionId } of await this.answers.asked(tx, id)) {
        const text = sample(this.bank.question(questionId), answers[position - 1] ?? 'none');
        if (text) await this.answers.save(tx, id, position, { text, kind: 'text', transcriber: 'candidate' });
      }
      // Not handed in through the room, which would have the worker score it as well.
      interview.submit(interview.startedAt, interview.expiresAt);
      await this.interviews.save(tx, interview);
    });
    await this.scorer.scoreSamples(id);
  }
}

function sample(question: Question | null, kind: 'good' | 'thin' | 'none'): string {
  if (!question || kind === 'none') return '';
  return (kind === 'good' ? question.modelAnswers[0] : question.weakAnswers.thin[0]) ?? '';
}
