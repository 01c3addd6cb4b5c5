import { Injectable } from '@nestjs/common';
import { CandidateResumes } from '../candidates/index.js';
import { newId } from '../kernel/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository } from './answers.repository.js';
import { planQuestions } from './bank/planner.js';
import { QuestionBank } from './bank/question-bank.js';
import { Interview } from './interview.entity.js';
import { questionCountOutside, unknownRole } from './interviews.errors.js';
import { InterviewRepository } from './interviews.repository.js';

export interface InterviewWish {
  readonly roleId: string;
  readonly levelId: string;
  readonly questionCount: number;
  /** The AI provider that the candidate lets judge the answers; nobody when it is null or left out. */
  readonly aiProvider?: string | null;
}

/** Chooses the questions of a new interview: by role and level, by what the resume shows, and not the same ones twice. */
@Injectable()
export class InterviewPlanner {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly bank: QuestionBank,
    private readonly resumes: CandidateResumes,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** How many interviews an account may start in a day. */
  get perDay(): number {
    return this.policy.values.limits.rates.interviewsPerDay;
  }

  /** AppError `interviews.unknown_role`, `interviews.question_count`. */
  async start(tx: Tx, candidateId: string, { roleId, levelId, questionCount, aiProvider = null }: InterviewWish): Promise<Interview> {
    const role = this.bank.role(roleId);
    if (!role?.levels.includes(levelId)) throw unknownRole();
    const { minQuestions, maxQuestions } = this.policy.values.limits.interview;
    if (questionCount < minQuestions || questionCount > maxQuestions) throw questionCountOutside(minQuestions, maxQuestions);
    const [skills, alreadyAsked, now] = [
      await this.resumes.skillsOf(tx, candidateId),
      await this.interviews.askedBefore(tx, candidateId),
      await this.clock.now(tx),
    ];
    const id = newId();
    const interview = Object.assign(new Interview(), {
      id, candidateId, roleId, roleTitle: role.title, levelId, aiProcessing: aiProvider !== null, aiProvider, state: 'in_progress', startedAt: now,
      expiresAt: this.policy.endOf('interviewResults', now),
    });
    await tx.insert(Interview, interview);
    await this.answers.ask(tx, id, planQuestions({ bank: this.bank, roleId, level: levelId, count: questionCount, skills, alreadyAsked, seed: id }));
    return interview;
  }
}
