import { Injectable } from '@nestjs/common';
import { CandidateResumes } from '../candidates/index.js';
import { newId } from '../kernel/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository } from './answers.repository.js';
import { planQuestions } from './bank/planner.js';
import { QuestionBank } from './bank/question-bank.js';
import { type Question } from './bank/question.js';
import { Interview, type InterviewMode } from './interview.entity.js';
import { descriptionTooLong, questionCountOutside, unknownCompetency, unknownRole } from './interviews.errors.js';
import { InterviewRepository } from './interviews.repository.js';

export interface InterviewWish {
  readonly roleId: string;
  readonly levelId: string;
  readonly questionCount: number;
  readonly mode?: InterviewMode;
  /** Kept with the interview and deleted with it; nothing when it is blank. */
  readonly jobDescription?: string;
  /** Asks about this competency alone. */
  readonly competencyId?: string | null;
  /** The AI provider that the candidate lets judge the answers; nobody when it is null or left out. */
  readonly aiProvider?: string | null;
}

/** Chooses the questions of a new interview: by role and level, by what the job asks for and the resume shows, and not the same ones twice. */
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

  /** AppError `interviews.unknown_role`, `interviews.question_count`, `interviews.job_description_too_long`, `interviews.unknown_competency`. */
  async start(tx: Tx, candidateId: string, wish: InterviewWish): Promise<Interview> {
    const { roleId, levelId, mode = 'live', aiProvider = null, competencyId = null } = wish;
    const roleTitle = this.titleOf(wish);
    const jobDescription = this.descriptionOf(wish);
    const now = await this.clock.now(tx);
    const id = newId();
    const questions = await this.questionsFor(tx, candidateId, { ...wish, jobDescription: jobDescription ?? '', seed: id });
    if (questions.length === 0) throw unknownCompetency();
    const interview = Object.assign(new Interview(), {
      id, candidateId, roleId, roleTitle, levelId, mode, jobDescription, competencyId, aiProcessing: aiProvider !== null, aiProvider, state: 'in_progress', startedAt: now,
      expiresAt: this.policy.endOf('interviewResults', now),
    });
    await tx.insert(Interview, interview);
    await this.answers.ask(tx, id, questions);
    return interview;
  }

  private titleOf({ roleId, levelId, questionCount }: InterviewWish): string {
    const role = this.bank.role(roleId);
    if (!role?.levels.includes(levelId)) throw unknownRole();
    const { minQuestions, maxQuestions } = this.policy.values.limits.interview;
    if (questionCount < minQuestions || questionCount > maxQuestions) throw questionCountOutside(minQuestions, maxQuestions);
    return role.title;
  }

  /** Null when it is blank. Half of a character that takes two would be no text for the database. */
  private descriptionOf({ jobDescription = '' }: InterviewWish): string | null {
    const most = this.policy.values.limits.jobDescription.characters;
    if (jobDescription.length > most) throw descriptionTooLong(most);
    return jobDescription.trim() ? jobDescription.toWellFormed() : null;
  }

  private async questionsFor(tx: Tx, candidateId: string, wish: InterviewWish & { seed: string }): Promise<Question[]> {
    const { roleId, levelId, questionCount, jobDescription = '', competencyId = null, seed } = wish;
    const skills = await this.resumes.skillsOf(tx, candidateId);
    const lastAsked = await this.interviews.lastAsked(tx, candidateId);
    const wanted = this.resumes.skillsNamedIn(jobDescription);
    return planQuestions({ bank: this.bank, roleId, level: levelId, count: questionCount, skills, wanted, lastAsked, competencyId, seed });
  }
}
