import { Column, Entity, PrimaryColumn } from 'typeorm';
import { alreadySubmitted, notScorable } from './interviews.errors.js';

/** From the first question to the scores. `not_scored` has no overall score, and says why in its answers. */
export const interviewStates = ['in_progress', 'submitted', 'scored', 'not_scored'] as const;
export type InterviewState = (typeof interviewStates)[number];

/** Who judged an interview, and by which rubric. */
export interface Judge {
  readonly evaluator: string;
  readonly evaluatorVersion: string;
  readonly rubric: string;
}

@Entity({ schema: 'interviews', name: 'interview' })
export class Interview {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text', { name: 'role_id' }) roleId!: string;
  @Column('text', { name: 'role_title' }) roleTitle!: string;
  @Column('text', { name: 'level_id' }) levelId!: string;
  /** True when the candidate lets an AI provider judge the answers: `aiProvider`, and no other. */
  @Column('boolean', { name: 'ai_processing' }) aiProcessing!: boolean;
  @Column('text', { name: 'ai_provider', nullable: true }) aiProvider!: string | null;
  @Column('text') state!: InterviewState;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { name: 'scored_at', nullable: true }) scoredAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
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

  /** Takes the verdict; without an overall score it is `not_scored`. */
  finish(now: Date, judge: Judge, overall: string | null): void {
    this.state = overall === null ? 'not_scored' : 'scored';
    this.scoredAt = now;
    this.overall = overall;
    Object.assign(this, judge);
    this.leaseToken = null;
    this.leaseUntil = null;
  }

  /** Back to the queue; AppError `interviews.not_scorable` unless it is `not_scored`. */
  scoreAgain(): void {
    if (this.state !== 'not_scored') throw notScorable();
    Object.assign(this, { state: 'submitted', scoredAt: null, evaluator: null, evaluatorVersion: null, rubric: null });
  }
}
