import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type AnswerKind } from './answer-kinds.js';
import { type Judge } from './evaluations/run.js';
import { alreadySubmitted, notKeepable, notScorable } from './interviews.errors.js';

/**
 * From the first question to the scores. `in_review`: two evaluations stand on two sides of the mark, and a person decides.
 * `not_scored` has no overall score, and says why in its answers.
 */
export const interviewStates = ['in_progress', 'submitted', 'in_review', 'scored', 'not_scored'] as const;
export type InterviewState = (typeof interviewStates)[number];

/** With hints and feedback along the way, or without any help. */
export const interviewModes = ['coach', 'live'] as const;
export type InterviewMode = (typeof interviewModes)[number];

/** Whoever lets go of a kept interview has this long to change their mind, however old it is. */
const GRACE_MS = 7 * 86_400_000;

@Entity({ schema: 'interviews', name: 'interview' })
export class Interview {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  /** Whose questions are asked: a role of the bank, or its general set. */
  @Column('text', { name: 'role_id' }) roleId!: string;
  /** The role as the candidate calls it. */
  @Column('text', { name: 'role_title' }) roleTitle!: string;
  @Column('text', { name: 'level_id' }) levelId!: string;
  /** True when the candidate wants AI to take part; which providers may is said by the consents to each of them. */
  @Column('boolean', { name: 'ai_processing' }) aiProcessing!: boolean;
  @Column('text') mode!: InterviewMode;
  /** What a question begins with; each can be answered in another way. */
  @Column('text', { name: 'answer_kind' }) answerKind!: AnswerKind;
  /** The job it is for, as it was pasted; it goes with the interview. */
  @Column('text', { name: 'job_description', nullable: true }) jobDescription!: string | null;
  /** What its owner wants to get better at, in their own words; it goes with the interview. */
  @Column('text', { nullable: true }) goals!: string | null;
  /** The one competency that a drill asks about. */
  @Column('text', { name: 'competency_id', nullable: true }) competencyId!: string | null;
  @Column('text') state!: InterviewState;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { name: 'scored_at', nullable: true }) scoredAt!: Date | null;
  /** Null when its owner keeps it until they delete it. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  /** The run that counts; while the interview is being judged, the one at work. */
  @Column('uuid', { name: 'run_id', nullable: true }) runId!: string | null;
  @Column('text', { nullable: true }) evaluator!: string | null;
  @Column('text', { name: 'evaluator_version', nullable: true }) evaluatorVersion!: string | null;
  @Column('text', { nullable: true }) rubric!: string | null;
  @Column('text', { nullable: true }) overall!: string | null;
  @Column('uuid', { name: 'lease_token', nullable: true }) leaseToken!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;

  /** AppError `interviews.already_submitted` once there is nothing left to write. */
  mustBeOpen(): void {
    if (this.state !== 'in_progress') throw alreadySubmitted();
  }

  /** False when it was submitted before: then nothing changes. */
  submit(now: Date, expiresAt: Date): boolean {
    if (this.state !== 'in_progress') return false;
    this.state = 'submitted';
    this.submittedAt = now;
    this.expiresAt = expiresAt;
    return true;
  }

  /** It stays until its owner deletes it; AppError `interviews.not_keepable` before it is handed in. */
  keep(): void {
    if (!this.submittedAt) throw notKeepable();
    this.expiresAt = null;
  }

  /** Takes back the end that the policy gives it, in a week at the earliest. Changes nothing when it has an end. */
  letGo(now: Date, end: Date): void {
    if (this.expiresAt) return;
    this.expiresAt = new Date(Math.max(end.getTime(), now.getTime() + GRACE_MS));
  }

  /** Takes the verdict of a run; without an overall score it is `not_scored`. */
  finish(now: Date, run: Judge & { readonly id: string }, overall: string | null): void {
    this.state = overall === null ? 'not_scored' : 'scored';
    this.show(now, run, overall);
  }

  /** There are judgements and no verdict: a person decides. What the report shows until then is from this run. */
  awaitReview(now: Date, run: Judge & { readonly id: string }): void {
    this.state = 'in_review';
    this.show(now, run, null);
  }

  /** Back to the queue; AppError `interviews.not_scorable` unless it is `not_scored`. */
  scoreAgain(): void {
    if (this.state !== 'not_scored') throw notScorable();
    Object.assign(this, { state: 'submitted', scoredAt: null, runId: null, evaluator: null, evaluatorVersion: null, rubric: null });
  }

  private show(now: Date, { id, evaluator, evaluatorVersion, rubric }: Judge & { readonly id: string }, overall: string | null): void {
    Object.assign(this, { scoredAt: now, runId: id, evaluator, evaluatorVersion, rubric, overall, leaseToken: null, leaseUntil: null });
  }
}
