import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { CandidateResumes, type ResumeFacts } from '../resumes/candidate-resumes.js';
import { CandidateProfiles } from './candidate-profiles.js';
import { ProfileDesk } from './profile-desk.js';
import { type CandidateProfile, type ProfileWish } from './profile.js';

const HOUR = 3600;

/** A profile beside what the resume offers for it. */
export interface ProfileAndResume {
  readonly profile: CandidateProfile | null;
  readonly facts: ResumeFacts | null;
}

/** Profiles that people read and write themselves. */
@Injectable()
export class OwnProfile {
  constructor(
    private readonly profiles: CandidateProfiles,
    private readonly desk: ProfileDesk,
    private readonly resumes: CandidateResumes,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  async find(accountId: string): Promise<ProfileAndResume> {
    const tx = this.db.alone;
    return { profile: await this.profiles.find(tx, accountId), facts: await this.resumes.findMine(tx, accountId) };
  }

  /** AppErrors as in `ProfileDesk.save`, and 429 beyond the policy's `profileSavesPerHour`. */
  async save(accountId: string, wish: ProfileWish): Promise<ProfileAndResume> {
    await this.limiter.take({ key: `profile:${accountId}`, limit: this.policy.values.limits.rates.profileSavesPerHour, seconds: HOUR });
    return this.db.transaction(async (tx) => ({ profile: await this.desk.save(tx, accountId, wish), facts: await this.resumes.findMine(tx, accountId) }));
  }
}
