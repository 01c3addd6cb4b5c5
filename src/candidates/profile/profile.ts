export const levels = ['junior', 'mid', 'senior', 'lead'] as const;
export type Level = (typeof levels)[number];

export const remoteWishes = ['onsite', 'hybrid', 'remote', 'any'] as const;
export type RemoteWish = (typeof remoteWishes)[number];

/** When somebody could begin: at once, within a month, within a quarter, or not yet. */
export const availabilities = ['now', 'month', 'quarter', 'looking_later'] as const;
export type Availability = (typeof availabilities)[number];

/** A skill somebody says they have; `id` is the dictionary's, where it knows the name. */
export interface ProfileSkill {
  readonly id: string | null;
  readonly name: string;
}

/** What somebody says of themself; empty texts and null where they say nothing. */
export interface CandidateProfile {
  readonly headline: string;
  /** Of the catalogue of roles, where the title is one of it. */
  readonly roleId: string | null;
  readonly roleTitle: string;
  readonly levelId: Level | null;
  readonly skills: readonly ProfileSkill[];
  readonly place: string;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
  readonly remote: RemoteWish | null;
  /** BCP 47, the language alone. */
  readonly languages: readonly string[];
  readonly availability: Availability | null;
  readonly updatedAt: Date;
}

/** A profile as it is handed in: the skills by name, the role by title. */
export type ProfileWish = Omit<CandidateProfile, 'roleId' | 'skills' | 'updatedAt'> & { readonly skills: readonly string[] };
