import { type AdviceLine } from './advice.js';
import { type DescriptionLine } from './job-description.js';

/** Who asks for a skill, and how much: the description, or the role by itself. */
export const importances = ['must', 'nice', 'role_core', 'role_helpful'] as const;
export type Importance = (typeof importances)[number];

export const findingStates = ['matched', 'related', 'missing'] as const;
export type FindingState = (typeof findingStates)[number];

export const fitPartIds = ['must', 'nice', 'role', 'years'] as const;
export type FitPartId = (typeof fitPartIds)[number];

/** A skill by id and name. */
export interface NamedSkill {
  readonly id: string;
  readonly name: string;
}

/** One thing that is asked for, and what the resume shows of it. */
export interface Finding {
  /** The skill, or several of which one is enough. */
  readonly oneOf: readonly NamedSkill[];
  readonly importance: Importance;
  /** How many points it is worth when it is matched; half as many when something near it is. */
  readonly weight: number;
  readonly state: FindingState;
  /** Where the description asks; null when the role alone does. */
  readonly asked: DescriptionLine | null;
  readonly yearsAsked: number | null;
  /** The skill of the resume that counts, and the line it was seen in; null when it is missing. */
  readonly seen: (NamedSkill & { readonly line: string | null }) | null;
}

/** Points of one part of the fit, to one decimal, and the most there were. */
export interface FitPart {
  readonly id: FitPartId;
  readonly title: string;
  readonly points: number;
  readonly of: number;
}

/** How a resume fits a role and a description: nothing in it that does not stand in one of the three. */
export interface Assessment {
  /** Points over the most there were, in whole percent. */
  readonly fit: number;
  readonly parts: readonly FitPart[];
  readonly reasons: readonly string[];
  readonly findings: readonly Finding[];
  /** `none`: not given; `no_skills`: it names no skill we know. */
  readonly description: 'none' | 'no_skills' | 'read';
  readonly years: { readonly asked: number | null; readonly line: DescriptionLine | null; readonly found: number | null };
  readonly advice: readonly AdviceLine[];
}
