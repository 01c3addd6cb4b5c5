import { z } from 'zod';
import { skillCategories, type SkillDictionary } from '../skills/skill-dictionary.js';
import { type ResumeFacts } from './candidate-resumes.js';

const skillView = z.object({ id: z.string(), name: z.string(), category: z.enum(skillCategories) }).meta({ id: 'Skill' });

const factsView = z
  .object({
    skills: z.array(skillView),
    pages: z.number().int(),
    words: z.number().int(),
    readAt: z.string().meta({ format: 'date-time' }),
    /** Always false: the file is gone when the answer arrives. */
    keptFile: z.literal(false),
  })
  .meta({ id: 'ResumeFacts' });

export const resumeView = z.object({ resume: factsView.nullable() }).meta({ id: 'Resume' });
export type ResumeView = z.infer<typeof resumeView>;

/** What an account sees of its own resume. */
export function asView(facts: ResumeFacts | null, dictionary: SkillDictionary): ResumeView {
  if (!facts) return { resume: null };
  const { skills, pages, words, readAt } = facts;
  return { resume: { skills: dictionary.named(skills), pages, words, readAt: readAt.toISOString(), keptFile: false } };
}
