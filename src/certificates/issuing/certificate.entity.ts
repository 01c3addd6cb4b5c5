import { Column, Entity, PrimaryColumn } from 'typeorm';
import { alreadyAsked, alreadyDecided, certificateOver, notIssued, notSuspended, suspendedAlready } from './issuing.errors.js';

/** `draft`: offered, and not asked for. `in_check`: a person looks first. `refused`: by that person. */
export const certificateStates = ['draft', 'in_check', 'refused', 'issuing', 'issued', 'revoked', 'expired'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** How far issuing has come, for whoever waits. */
export const issuingSteps = ['waiting', 'clip', 'credential', 'paper', 'storing'] as const;
export type IssuingStep = (typeof issuingSteps)[number];

/** Why one was revoked. */
export const revocations = ['clip_withdrawn', 'erased', 'operator', 'corrected', 'given_back'] as const;
export type Revocation = (typeof revocations)[number];

/** The line that stays of every certificate: no name, no score. */
@Entity({ schema: 'certificates', name: 'certificate' })
export class Certificate {
  @PrimaryColumn('uuid') id!: string;
  /** Ends the address of its page. */
  @Column('text') slug!: string;
  @Column('uuid', { name: 'candidate_id', nullable: true }) candidateId!: string | null;
  @Column('uuid', { name: 'interview_id', nullable: true }) interviewId!: string | null;
  @Column('uuid', { nullable: true }) replaces!: string | null;
  @Column('timestamptz', { name: 'replaced_at', nullable: true }) replacedAt!: Date | null;
  @Column('text') state!: CertificateState;
  @Column('timestamptz', { name: 'drafted_at' }) draftedAt!: Date;
  /** The press of the button that asked for it. */
  @Column('uuid', { name: 'asked_event', nullable: true }) askedEvent!: string | null;
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { name: 'issued_at', nullable: true }) issuedAt!: Date | null;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil!: Date | null;
  @Column('timestamptz', { name: 'suspended_at', nullable: true }) suspendedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('text', { name: 'revoked_because', nullable: true }) revokedBecause!: Revocation | null;
  @Column('integer', { name: 'status_list' }) statusList!: number;
  @Column('integer', { name: 'status_index', nullable: true }) statusIndex!: number | null;
  @Column('uuid', { name: 'lease_token', nullable: true }) leaseToken!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column('smallint') tries!: number;
  @Column('text', { nullable: true }) step!: IssuingStep | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;

  /** What readers see: over to the second, whatever the sweep has done. */
  effectiveState(now: Date): CertificateState {
    return this.state === 'issued' && this.validUntil !== null && this.validUntil <= now ? 'expired' : this.state;
  }

  /** False when the same press was sent before: then nothing changes. AppError `certificates.already_asked` for another one. */
  ask(event: string, now: Date, needsCheck: boolean): boolean {
    if (this.askedEvent === event) return false;
    if (this.state !== 'draft') throw alreadyAsked();
    this.askedEvent = event;
    this.askedAt = now;
    this.expiresAt = null;
    if (needsCheck) this.state = 'in_check';
    else this.goOn();
    return true;
  }

  /** A person has looked; AppError `certificates.already_decided` unless one was waited for. What is refused goes at `end`. */
  decide(allowed: boolean, end: Date): void {
    if (this.state !== 'in_check') throw alreadyDecided();
    if (allowed) this.goOn();
    else Object.assign(this, { state: 'refused', expiresAt: end });
  }

  /** Its dates and its place in a status list, once: every further try makes the same certificate. */
  begin(issuedAt: Date, validUntil: Date, status: { readonly list: number; readonly index: number }): void {
    Object.assign(this, { issuedAt, validUntil, statusList: status.list, statusIndex: status.index });
  }

  /** Everything is made and stored. */
  finish(): void {
    Object.assign(this, { state: 'issued', step: null, leaseToken: null, leaseUntil: null });
  }

  /** It holds no longer, and never will again. Whoever lost it by a decision of others does not earn another with the same interview. AppError `certificates.over` unless it is issued. */
  revoke(because: Revocation, now: Date): void {
    this.mustHold(now);
    Object.assign(this, { state: 'revoked', revokedAt: now, revokedBecause: because, ...(because === 'operator' ? {} : { replacedAt: now }) });
  }

  /** AppErrors `certificates.over`, `certificates.suspended_already`. */
  suspend(now: Date): void {
    this.mustHold(now);
    if (this.suspendedAt !== null) throw suspendedAlready();
    this.suspendedAt = now;
  }

  /** It holds as before. AppErrors `certificates.over`, `certificates.not_suspended`. */
  lift(now: Date): void {
    this.mustHold(now);
    if (this.suspendedAt === null) throw notSuspended();
    this.suspendedAt = null;
  }

  /** AppErrors `certificates.over`, `certificates.not_issued`, unless it is issued and its time is not over. */
  mustHold(now: Date): void {
    const state = this.effectiveState(now);
    if (state === 'revoked' || state === 'expired') throw certificateOver();
    if (state !== 'issued') throw notIssued();
  }

  private goOn(): void {
    Object.assign(this, { state: 'issuing', step: 'waiting' });
  }
}
