import { z } from 'zod';
import { skillCategories, type SkillDictionary } from '../skills/skill-dictionary.js';
import { type ResumeFacts } from './candidate-resumes.js';
import { educationLevels, languageLevels, personalKinds, resumeFormats } from './reading.js';

const skillView = z.object({ id: z.string(), name: z.string(), category: z.enum(skillCategories), line: z.string().nullable() }).meta({ id: 'ResumeSkill' });
const time = z.string().meta({ format: 'date-time' });
/** `YYYY-MM`, or `YYYY` where the resume says no more. */
const month = z.string();

const factsView = z
  .object({
    format: z.enum(resumeFormats),
    pages: z.number().int(),
    words: z.number().int(),
    /** Each with the line it was seen in, without anything personal; null for resumes read before lines were kept. */
    skills: z.array(skillView),
    positions: z.array(z.object({ title: z.string().nullable(), employer: z.string().nullable(), from: month, until: month.nullable() })),
    /** Years at work, overlaps counted once; null when the resume does not say. */
    years: z.number().nullable(),
    education: z.array(z.object({ level: z.enum(educationLevels), what: z.string(), year: z.number().int().nullable() })),
    /** `code` after ISO 639-1. */
    languages: z.array(z.object({ code: z.string(), level: z.enum(languageLevels).nullable() })),
    /** The kinds of personal data that were found and not kept. */
    leftOut: z.array(z.enum(personalKinds)),
    readAt: time,
    /** The file itself, where its owner consents to its being kept; otherwise null, and the file is gone when the answer arrives. */
    keptFile: z.object({ until: time }).nullable(),
  })
  .meta({ id: 'ResumeFacts' });

export const resumeView = z.object({ resume: factsView.nullable() }).meta({ id: 'Resume' });
export type ResumeView = z.infer<typeof resumeView>;

/** What an account sees of its own resume. */
export function asView(facts: ResumeFacts | null, dictionary: SkillDictionary): ResumeView {
  if (!facts) return { resume: null };
  const lines = new Map(facts.skills.map(({ id, line }) => [id, line]));
  return {
    resume: {
      format: facts.format, pages: facts.pages, words: facts.words, years: facts.years,
      skills: dictionary.named([...lines.keys()]).map(({ id, name, category }) => ({ id, name, category, line: lines.get(id) ?? null })),
      positions: [...facts.positions], education: [...facts.education], languages: [...facts.languages], leftOut: [...facts.leftOut],
      readAt: facts.readAt.toISOString(),
      keptFile: facts.kept && { until: facts.kept.until.toISOString() },
    },
  };
}
