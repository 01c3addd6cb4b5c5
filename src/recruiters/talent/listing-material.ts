import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { type CandidateProfile, CandidateProfiles } from '../../candidates/index.js';
import { type ListedCertificate, ListedCertificates } from '../../certificates/index.js';
import { InterviewScores } from '../../interviews/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type TalentRow } from './listed-talent.js';
import { skillNumber } from './skill-number.js';
import { adultsOnly, minimumNotShared, profileTooThin } from './talent.errors.js';

/** What nobody can leave out who wants to be found. */
const MINIMUM = ['headline', 'skills'];

type BestScores = NonNullable<Awaited<ReturnType<InterviewScores['best']>>>;
/** The results that are shown, and what they hang from: an interview, or a certificate that carries them after it. */
type ShownScores = Omit<BestScores, 'interviewId'> & { readonly interviewId: string | null; readonly certificateId: string | null };

/** What a listing says of somebody; null, or an empty list, where the field is not shared or there is nothing to say. */
export type Listing = Omit<TalentRow, 'talentId' | 'fields' | 'grantExpiresAt' | 'alias' | 'scores' | 'certificate' | 'listedAt'> & {
  /** The numbers of `skills`, in their order. */
  readonly skillIds: readonly number[];
  readonly scores: ShownScores | null;
  readonly certificate: ListedCertificate | null;
  /** The interview whose best answers may be read in the profile; nothing of what was said. */
  readonly answers: Pick<BestScores, 'interviewId' | 'until'> | null;
};

/** What there is to list of somebody. It shows nothing to anyone: that takes a consent. */
@Injectable()
export class ListingMaterial {
  constructor(
    private readonly accounts: AccountContacts,
    private readonly profiles: CandidateProfiles,
    private readonly interviews: InterviewScores,
    private readonly certificates: ListedCertificates,
    private readonly policy: Policy,
  ) {}

  /** As much as these fields allow. AppErrors `recruiters.minimum_not_shared`, `recruiters.adults_only`, `recruiters.profile_too_thin`. */
  async of(tx: Tx, accountId: string, fields: readonly string[]): Promise<Listing> {
    if (!MINIMUM.every((field) => fields.includes(field))) throw minimumNotShared();
    if (!(await this.accounts.isAdult(tx, accountId))) throw adultsOnly(this.policy.values.ages.adult);
    const profile = await this.profiles.find(tx, accountId);
    if (!profile?.headline || profile.skills.length === 0) throw profileTooThin();
    const certificate = fields.includes('certificate') ? await this.certificates.best(tx, accountId) : null;
    const best = fields.includes('scores') || fields.includes('answers') ? await this.interviews.best(tx, accountId) : null;
    return {
      ...said(profile, fields), certificate,
      scores: fields.includes('scores') ? this.scores(best, certificate) : null,
      answers: best && fields.includes('answers') ? { interviewId: best.interviewId, until: best.until } : null,
    };
  }

  /** The higher ones; of two alike those that last longer. */
  private scores(best: BestScores | null, certificate: ListedCertificate | null): ShownScores | null {
    if (!certificate || (best && (Number(best.overall) > Number(certificate.score) || (best.overall === certificate.score && lastsLonger(best, certificate))))) return best && { ...best, certificateId: null };
    const { certificateId, score, evaluator, validUntil } = certificate;
    const ids = new Map(this.interviews.competencies().map(({ id, title }) => [title, id]));
    const competencies = certificate.competencies.flatMap((each) => { const id = ids.get(each.title); return id === undefined ? [] : [[id, each.score]]; });
    return { interviewId: null, certificateId, overall: score, evaluator, until: validUntil, competencies: Object.fromEntries(competencies) as Record<string, string> };
  }
}

const lastsLonger = ({ until }: BestScores, { validUntil }: ListedCertificate): boolean => until === null || until > validUntil;

function said(profile: CandidateProfile, fields: readonly string[]): Omit<Listing, 'scores' | 'certificate' | 'answers'> {
  const has = (field: string): boolean => fields.includes(field);
  return {
    headline: profile.headline,
    roleId: profile.roleId,
    roleTitle: profile.roleTitle || null,
    levelId: profile.levelId,
    skills: profile.skills.map(({ name }) => name),
    skillIds: profile.skills.map(skillNumber),
    place: has('place') ? profile.place || null : null,
    country: has('place') ? profile.country : null,
    remote: has('place') ? profile.remote : null,
    languages: has('languages') ? profile.languages : [],
    availability: has('availability') ? profile.availability : null,
  };
}
