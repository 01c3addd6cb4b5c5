import { z } from 'zod';
import { type ResumeFacts } from '../resumes/candidate-resumes.js';
import { type SkillDictionary } from '../skills/skill-dictionary.js';
import { availabilities, type CandidateProfile, levels, remoteWishes } from './profile.js';

const MOST_SKILLS = 40;
const MOST_LANGUAGES = 20;
const CONTROL = /\p{Cc}/u;
const text = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`).refine((value) => !CONTROL.test(value), 'Write it in one line.');

export const profileBody = z.strictObject({
  headline: text(120).default(''),
  roleTitle: text(80).default(''),
  levelId: z.enum(levels).nullable().default(null),
  skills: z.array(text(60).min(1, 'Name the skill.')).max(MOST_SKILLS, `Name at most ${MOST_SKILLS} skills.`).default([]),
  place: text(80).default(''),
  country: z.string().regex(/^[A-Z]{2}$/, 'Choose a country.').nullable().default(null),
  remote: z.enum(remoteWishes).nullable().default(null),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'Choose a language.')).max(MOST_LANGUAGES, `Name at most ${MOST_LANGUAGES} languages.`).default([]),
  availability: z.enum(availabilities).nullable().default(null),
});

const skillView = z.object({ id: z.string().nullable(), name: z.string() });

const candidateProfileView = z
  .object({
    headline: z.string(),
    /** Of the catalogue of roles, where the title is one of it. */
    roleId: z.string().nullable(),
    roleTitle: z.string(),
    levelId: z.enum(levels).nullable(),
    /** `id` is the dictionary's, where it knows the skill. */
    skills: z.array(skillView),
    place: z.string(),
    /** ISO 3166-1, two letters. */
    country: z.string().nullable(),
    remote: z.enum(remoteWishes).nullable(),
    /** BCP 47, the language alone. */
    languages: z.array(z.string()),
    availability: z.enum(availabilities).nullable(),
    updatedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'CandidateProfile' });

export const myProfileView = z
  .object({
    profile: candidateProfileView.nullable(),
    /** What the newest resume would put in; null without a resume. */
    fromResume: z.object({ roleTitle: z.string(), skills: z.array(skillView), languages: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'MyProfile' });

export const skillsQuery = z.object({ like: z.string().max(80).default('') });
export const skillsView = z.object({ skills: z.array(z.object({ id: z.string(), name: z.string() })) }).meta({ id: 'SkillSuggestions' });

export type ProfileBody = z.infer<typeof profileBody>;
export type MyProfileView = z.infer<typeof myProfileView>;
export type SkillsQuery = z.infer<typeof skillsQuery>;
export type SkillsView = z.infer<typeof skillsView>;

/** What an account sees of its own profile, beside what its resume offers. */
export function asView(profile: CandidateProfile | null, facts: ResumeFacts | null, dictionary: SkillDictionary): MyProfileView {
  return {
    profile: profile && { ...profile, skills: profile.skills.map((skill) => ({ ...skill })), languages: [...profile.languages], updatedAt: profile.updatedAt.toISOString() },
    fromResume: facts && {
      roleTitle: (facts.titles[0] ?? '').slice(0, 80),
      skills: dictionary.named(facts.skills.map(({ id }) => id)).map(({ id, name }) => ({ id, name })).slice(0, MOST_SKILLS),
      languages: [...new Set(facts.languages.map(({ code }) => code))].slice(0, MOST_LANGUAGES),
    },
  };
}
