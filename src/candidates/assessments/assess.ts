import { type OneOf, type RoleSkills } from '../skills/role-skills.js';
import { type SkillDictionary } from '../skills/skill-dictionary.js';
import { adviceFor } from './advice.js';
import { type Assessment, type Finding, type FindingState, type Importance } from './assessment.js';
import { fitOf, weightOf } from './fit.js';
import { type JobDescription, readJobDescription, type Wish } from './job-description.js';
import { reasonsFor } from './reasons.js';
import { type ResumeInBrief } from './resume-in-brief.js';

/** What an assessment is made of. `description` is the pasted text, or nothing. */
export interface AssessmentInput {
  readonly resume: ResumeInBrief;
  readonly role: RoleSkills;
  readonly description: string;
}

type Asked = Pick<Finding, 'importance' | 'asked' | 'yearsAsked'> & { readonly oneOf: OneOf };

/** Holds a resume against a role and a description. The same input always gives the same assessment. */
export function assess({ resume, role, description }: AssessmentInput, dictionary: SkillDictionary): Assessment {
  const read = readJobDescription(description, dictionary);
  const findings = [...read.wishes.map(askedByDescription), ...askedByRole(role, read, dictionary)].map((asked) => find(asked, resume, dictionary, read.wishes.length > 0));
  const years = { asked: read.years?.asked ?? null, line: read.years?.line ?? null, found: resume.years };
  const judged = { ...fitOf(findings, years), findings, description: stateOf(description, read), years };
  return { ...judged, reasons: reasonsFor(judged, role), advice: adviceFor(judged, role, (id) => dictionary.get(id).category === 'general') };
}

function stateOf(description: string, { wishes }: JobDescription): Assessment['description'] {
  if (description.trim() === '') return 'none';
  return wishes.length > 0 ? 'read' : 'no_skills';
}

function askedByDescription({ oneOf, importance, line, years }: Wish): Asked {
  return { oneOf, importance, asked: line, yearsAsked: years };
}

/** What the role asks besides the description: with a description only what hardly any employer leaves out. */
function askedByRole({ core, helpful }: RoleSkills, { wishes }: JobDescription, dictionary: SkillDictionary): Asked[] {
  const asked = new Set(wishes.flatMap(({ oneOf }) => oneOf.flatMap((id) => [id, ...dictionary.relations.shownBy(id)])));
  const as = (importance: Importance) => (oneOf: OneOf): Asked => ({ oneOf, importance, asked: null, yearsAsked: null });
  const besides = core.filter((oneOf) => !oneOf.some((id) => asked.has(id))).map(as('role_core'));
  return wishes.length > 0 ? besides : [...besides, ...helpful.map(as('role_helpful'))];
}

function find({ oneOf, ...asked }: Asked, resume: ResumeInBrief, dictionary: SkillDictionary, isDescribed: boolean): Finding {
  const named = (id: string) => ({ id, name: dictionary.get(id).name });
  const { state, by } = shownIn(resume, oneOf, dictionary);
  const seen = by ? { ...named(by.id), line: by.line } : null;
  const weight = weightOf(asked.importance, dictionary.get(oneOf[0]!).category, isDescribed);
  return { oneOf: oneOf.map(named), ...asked, weight, state, seen };
}

/** The skill itself before one that shows it (Django shows Python), and that before one that is near it. */
function shownIn({ skills }: ResumeInBrief, oneOf: OneOf, { relations }: SkillDictionary): { state: FindingState; by: ResumeInBrief['skills'][number] | null } {
  const itself = skills.find(({ id }) => oneOf.includes(id));
  const showing = itself ?? skills.find(({ id }) => oneOf.some((wanted) => relations.shownBy(id).has(wanted)));
  if (showing) return { state: 'matched', by: showing };
  const near = skills.find(({ id }) => oneOf.some((wanted) => relations.isNear(id, wanted)));
  return near ? { state: 'related', by: near } : { state: 'missing', by: null };
}
