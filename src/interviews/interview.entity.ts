import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type AnswerKind } from './answer-kinds.js';
import { type Judge } from './evaluations/run.js';
import { alreadySubmitted, kindNotOffered, notKeepable, notScorable } from './interviews.errors.js';

/**
 * From the first question to the scores. `for_people`: handed in, and no program scores it. `in_review`: two evaluations
 * stand on two sides of the mark, and a person decides. `not_scored` has no overall score, and says why in its answers.
 */
export const interviewStates = ['in_progress', 'submitted', 'for_people', 'in_review', 'scored', 'not_scored'] as const;
export type InterviewState = (typeof interviewStates)[number];

/** With hints and feedback along the way, or without any help. */
export const interviewModes = ['coach', 'live'] as const;
export type InterviewMode = (typeof interviewModes)[number];

/** Whoever judges an invited interview: programs by the rubric (AI providers among them where they are allowed), or people alone. */
export const judges = ['ai', 'people'] as const;
export type JudgedBy = (typeof judges)[number];

const DAY_MS = 86_400_000;

/** Whoever lets go of a kept interview has this long to change their mind, however old it is. */
const GRACE_MS = 7 * DAY_MS;

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
  /** Begun by its owner; or by an invitation: that one counts for nothing but what it was invited to; or taken elsewhere: that one counts for nothing. */
  @Column('text') origin!: 'practice' | 'invited' | 'brought';
  /** The place it was taken at, and its id there; null for what was taken here. */
  @Column('text', { name: 'brought_from', nullable: true }) broughtFrom!: string | null;
  @Column('uuid', { name: 'brought_id', nullable: true }) broughtId!: string | null;
  /** The invitation; null for practice, and once the invitation has let go of it. */
  @Column('uuid', { name: 'origin_ref', nullable: true }) originRef!: string | null;
  /** Whoever was asked the same has the same. */
  @Column('uuid', { name: 'origin_group', nullable: true }) originGroup!: string | null;
  /** Who invites, as its owner was told. */
  @Column('text', { name: 'invited_by', nullable: true }) invitedBy!: string | null;
  @Column('text', { name: 'judged_by' }) judgedBy!: JudgedBy;
  /** The ways a question may be answered. */
  @Column('text', { name: 'answer_kinds', array: true }) answerKinds!: AnswerKind[];
  /** How often a question can be spoken again; null: as the policy says. */
  @Column('smallint', { nullable: true }) retakes!: number | null;
  /** Whether what is spoken may be kept at all. */
  @Column('boolean', { name: 'recording_offered' }) recordingOffered!: boolean;
  /** From then on nothing of it can be changed or handed in. */
  @Column('timestamptz', { name: 'deadline_at', nullable: true }) deadlineAt!: Date | null;
  @Column('smallint', { name: 'copy_delay_days' }) copyDelayDays!: number;
  /** Since when its owner may read the report; null when it never had to wait. */
  @Column('timestamptz', { name: 'report_opens_at', nullable: true }) reportOpensAt!: Date | null;
  @Column('text') state!: InterviewState;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { name: 'scored_at', nullable: true }) scoredAt!: Date | null;
  /** Null when it stays until its owner deletes it: because they keep it, or because the policy keeps all of them. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  /** Whether its owner wants it beyond its period. */
  @Column('boolean') kept!: boolean;
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

  /** AppError `interviews.answer_kind_not_offered` for a way of answering that whoever invites does not offer. Typing is open to everybody: who cannot speak is not asked why. */
  mustOffer(kind: AnswerKind): void {
    if (kind !== 'text' && !this.answerKinds.includes(kind)) throw kindNotOffered();
  }

  /** False when it was submitted before: then nothing changes. */
  submit(now: Date, expiresAt: Date | null): boolean {
    if (this.state !== 'in_progress') return false;
    this.state = this.judgedBy === 'people' ? 'for_people' : 'submitted';
    this.submittedAt = now;
    this.expiresAt = expiresAt;
    if (this.copyDelayDays > 0) this.reportOpensAt = new Date(now.getTime() + this.copyDelayDays * DAY_MS);
    return true;
  }

  /** It stays until its owner deletes it; AppError `interviews.not_keepable` before it is handed in. */
  keep(): void {
    if (!this.submittedAt) throw notKeepable();
    this.expiresAt = null;
    this.kept = true;
  }

  /** Takes back the end that the policy gives it (null: none), in a week at the earliest. Changes nothing when it is not kept. */
  letGo(now: Date, end: Date | null): void {
    if (!this.kept) return;
    this.kept = false;
    this.expiresAt = end && new Date(Math.max(end.getTime(), now.getTime() + GRACE_MS));
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

  /** Back to the queue; AppError `interviews.not_scorable` unless it is `not_scored` and was taken here. */
  scoreAgain(): void {
    if (this.state !== 'not_scored' || this.broughtFrom !== null) throw notScorable();
    Object.assign(this, { state: 'submitted', scoredAt: null, runId: null, evaluator: null, evaluatorVersion: null, rubric: null });
  }

  private show(now: Date, { id, evaluator, evaluatorVersion, rubric }: Judge & { readonly id: string }, overall: string | null): void {
    Object.assign(this, { scoredAt: now, runId: id, evaluator, evaluatorVersion, rubric, overall, leaseToken: null, leaseUntil: null });
  }
}
