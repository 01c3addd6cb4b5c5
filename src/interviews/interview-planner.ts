import { Injectable } from '@nestjs/common';
import { CandidateResumes } from '../candidates/index.js';
import { newId } from '../kernel/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository } from './answers.repository.js';
import { competenciesNamedIn } from './bank/goals.js';
import { planQuestions } from './bank/planner.js';
import { type AnswerKind } from './answer-kinds.js';
import { QuestionBank } from './bank/question-bank.js';
import { type Question } from './bank/question.js';
import { AiConsents } from './ai-consents.js';
import { Interview, type InterviewMode } from './interview.entity.js';
import { type Occasion } from './question-writer.js';
import { type Worded } from './question-writers.js';
import { descriptionTooLong, questionCountOutside, unknownCompetency, unknownRole } from './interviews.errors.js';

export interface InterviewWish {
  /** A role of the bank, or `GENERAL`. */
  readonly roleId: string;
  /** The role in the candidate's own words; the bank's title when it is blank. */
  readonly roleTitle?: string;
  readonly levelId: string;
  readonly questionCount: number;
  readonly mode?: InterviewMode;
  /** What each question begins with. */
  readonly answerKind?: AnswerKind;
  /** Kept with the interview and deleted with it; nothing when it is blank. */
  readonly jobDescription?: string;
  /** What they want to get better at; nothing when it is blank. */
  readonly goals?: string;
  /** Asks about this competency alone. */
  readonly competencyId?: string | null;
  /** AI providers of this place may take part; a consent to one of them must live. */
  readonly aiProcessing?: boolean;
}

/** What is to be asked, and what for, before anything of it is stored. */
export interface InterviewPlan {
  /** The id that the interview will have. */
  readonly id: string;
  readonly wish: InterviewWish;
  readonly questions: readonly Question[];
  readonly occasion: Occasion;
}

/** Chooses the questions of a new interview: by role and level, by what the goals and the job ask for and the resume shows, and not the same ones twice. */
@Injectable()
export class InterviewPlanner {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly ai: AiConsents,
    private readonly bank: QuestionBank,
    private readonly resumes: CandidateResumes,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** How many interviews an account may start in a day. */
  get perDay(): number {
    return this.policy.values.limits.rates.interviewsPerDay;
  }

  /** AppError `consent.required`, `interviews.ai_not_offered`, `interviews.unknown_role`, `interviews.question_count`, `interviews.job_description_too_long`, `interviews.unknown_competency`. Nothing is stored. */
  async plan(tx: Tx, candidateId: string, wish: InterviewWish): Promise<InterviewPlan> {
    const { levelId, aiProcessing = false } = wish;
    const id = newId();
    const roleTitle = this.titleOf(wish);
    const jobDescription = this.descriptionOf(wish);
    if (aiProcessing) await this.ai.mustHelp(tx, candidateId);
    const skills = await this.resumes.skillsOf(tx, candidateId);
    const questions = await this.questionsFor(tx, candidateId, { ...wish, jobDescription: jobDescription ?? '', seed: id, skills });
    if (questions.length === 0) throw unknownCompetency();
    const resume = aiProcessing ? await this.resumes.findMine(tx, candidateId) : null;
    // Each skill is there by its id and by its name.
    const occasion = { roleTitle, level: levelId, jobDescription, skills: skills.filter((_, at) => at % 2 === 1), titles: resume?.titles ?? [], years: resume?.years ?? null };
    return { id, wish, questions, occasion };
  }

  /** Begins an interview as it was planned; `words` are what its questions are asked in, the bank's own where they are null. */
  async start(tx: Tx, candidateId: string, { id, wish, questions, occasion: { roleTitle, jobDescription } }: InterviewPlan, words: readonly Worded<string | null>[] = []): Promise<Interview> {
    const { roleId, levelId, mode = 'live', answerKind = 'text', aiProcessing = false, competencyId = null } = wish;
    const goals = wish.goals?.trim() ? wish.goals.toWellFormed() : null;
    const now = await this.clock.now(tx);
    const interview = Object.assign(new Interview(), {
      id, candidateId, roleId, roleTitle, levelId, mode, answerKind, jobDescription, goals, competencyId, aiProcessing, state: 'in_progress', startedAt: now,
      kept: false, expiresAt: this.policy.expiresAt('interviewResults', now),
    });
    await tx.insert(Interview, interview);
    await this.answers.ask(tx, id, questions.map((question, at) => ({ ...question, text: words[at]?.words ?? question.text, wordedBy: words[at]?.wordedBy ?? null })));
    return interview;
  }

  private titleOf({ roleId, roleTitle = '', levelId, questionCount }: InterviewWish): string {
    const role = this.bank.role(roleId);
    if (!role?.levels.includes(levelId)) throw unknownRole();
    const { minQuestions, maxQuestions } = this.policy.values.limits.interview;
    if (questionCount < minQuestions || questionCount > maxQuestions) throw questionCountOutside(minQuestions, maxQuestions);
    // One line: it becomes the heading of a report.
    return roleTitle.replaceAll(/\s+/g, ' ').trim().toWellFormed() || role.title;
  }

  /** Null when it is blank. Half of a character that takes two would be no text for the database. */
  private descriptionOf({ jobDescription = '' }: InterviewWish): string | null {
    const most = this.policy.values.limits.jobDescription.characters;
    if (jobDescription.length > most) throw descriptionTooLong(most);
    return jobDescription.trim() ? jobDescription.toWellFormed() : null;
  }

  private async questionsFor(tx: Tx, candidateId: string, wish: InterviewWish & { readonly seed: string; readonly skills: readonly string[] }): Promise<Question[]> {
    const { roleId, levelId, questionCount, mode = 'live', jobDescription = '', goals = '', competencyId = null, seed, skills } = wish;
    const lastAsked = await this.answers.lastAsked(tx, candidateId);
    // Only a whole interview without help can earn a certificate, and no question whose outline was read counts for one.
    const shown = mode === 'live' && competencyId === null ? await this.answers.outlinesShown(tx, candidateId) : new Set<string>();
    const wanted = this.resumes.skillsNamedIn(`${jobDescription}\n${goals}`);
    const sought = competenciesNamedIn(this.bank, goals);
    return planQuestions({ bank: this.bank, roleId, level: levelId, count: questionCount, skills, wanted, sought, lastAsked, shown, competencyId, seed });
  }
}
