import { findSkills } from '../../../../src/candidates/skills/find-skills.js';
import { SkillDictionary, type SkillCategory, type SkillEntry } from '../../../../src/candidates/skills/skill-dictionary.js';

type Written = Pick<SkillEntry, 'name'> & Partial<SkillEntry>;

/** As they are written; what says nothing leaves its lists out. The server refuses to start with files that do not fit. */
const files = import.meta.glob<Record<string, Written>>('../../../../src/candidates/skills/dictionary/*.yaml', { eager: true, import: 'default' });

const whole = ({ name, aliases = [], exact = [], careful = [], not = [], broader = [], related = [] }: Written): SkillEntry => ({ name, aliases, exact, careful, not, broader, related });

const dictionary = new SkillDictionary(Object.fromEntries(Object.entries(files).map(([path, skills]) => {
  const category = path.replace(/^.*\//, '').replace('.yaml', '') as SkillCategory;
  return [category, Object.fromEntries(Object.entries(skills).map(([id, said]) => [id, whole(said)]))];
})));

/** The skills a text names, by id and by name, as the server finds them. */
export const skillsNamedIn = (text: string): string[] => findSkills(text, dictionary).flatMap(({ id, name }) => [id, name]);
