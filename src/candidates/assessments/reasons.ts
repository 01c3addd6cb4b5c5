import { type RoleSkills } from '../skills/role-skills.js';
import { type Assessment, type Finding, type Importance } from './assessment.js';
import { aRole, list, shortNameOf, years } from './wording.js';

type Judged = Omit<Assessment, 'reasons' | 'advice'>;

/** Why the fit is what it is, in sentences, the weightiest first. */
export function reasonsFor(judged: Judged, role: RoleSkills): string[] {
  const { findings, description } = judged;
  const by = (...importances: Importance[]): Finding[] => findings.filter(({ importance }) => importances.includes(importance));
  return [
    ...aboutDescription(description, role),
    ...counted(by('must'), 'the description asks for'),
    ...counted(by('nice'), 'would be nice to have'),
    ...halves(by('must', 'nice')),
    ...aboutYears(judged.years),
    ...counted(by('role_core'), description === 'read' ? `${aRole(role.title)} usually needs, and the description leaves out` : `${aRole(role.title)} usually needs`),
    ...counted(by('role_helpful'), `help ${aRole(role.title)}`),
    ...halves(by('role_core', 'role_helpful')),
  ];
}

function aboutDescription(description: Assessment['description'], { title }: RoleSkills): string[] {
  if (description === 'none') return [`Without a description, your resume is held against what ${aRole(title)} is usually asked for.`];
  if (description === 'no_skills') return [`The description names no skill we know, so your resume is held against what ${aRole(title)} is usually asked for.`];
  return [];
}

function counted(findings: readonly Finding[], what: string): string[] {
  if (findings.length === 0) return [];
  const matched = findings.filter(({ state }) => state === 'matched');
  const missing = findings.filter(({ state }) => state === 'missing');
  const share = `Of the ${findings.length === 1 ? 'one skill' : `${findings.length} skills`} that ${what}, your resume shows ${matched.length === 0 ? 'none' : matched.length}.`;
  return [missing.length === 0 ? share : `${share} It does not show ${list(missing.map(shortNameOf))}.`];
}

function halves(findings: readonly Finding[]): string[] {
  const related = findings.filter(({ state }) => state === 'related');
  if (related.length === 0) return [];
  const pairs = related.map((finding) => `${finding.seen!.name} for ${shortNameOf(finding)}`);
  return [`Something near it counts half: ${list(pairs)}.`];
}

function aboutYears({ asked, found }: Assessment['years']): string[] {
  if (asked === null) return [];
  if (found === null) return [`The description asks for ${years(asked)}. Your resume does not say how many you have, so this was not counted.`];
  return [`The description asks for ${years(asked)}; the periods in your resume come to ${years(found)}.`];
}
