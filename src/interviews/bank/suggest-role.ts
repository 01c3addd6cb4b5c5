import { wordsOf } from '../scoring/words/sentences.js';
import { type QuestionBank } from './question-bank.js';
import { type Role } from './question.js';

/** What a resume tells of somebody: skill words in any case, job titles with the newest first, years of work when known. */
export interface Background {
  readonly skills: readonly string[];
  readonly titles: readonly string[];
  readonly years: number | null;
}

export interface RoleSuggestion {
  readonly roleId: string;
  /** Null when the resume does not tell. */
  readonly levelId: string | null;
  /** A sentence for people: what the suggestion rests on. */
  readonly because: string;
}

/** Words of job titles that name a role; the first that fits counts, so the widest stands last. */
const TITLES: Readonly<Record<string, RegExp>> = {
  'mobile-engineer': /\b(?:mobile|android|ios|flutter|react native)\b.*(?:developer|engineer|programmer)/i,
  'frontend-engineer': /front[- ]?end|web (?:developer|engineer)|ui (?:developer|engineer)|(?:react|angular|vue)\b.*(?:developer|engineer)/i,
  'data-engineer': /(?:data|analytics|etl)(?: (?:platform|warehouse|pipeline))? (?:engineer|architect)|(?:etl|bi|data warehouse) developer/i,
  'data-scientist': /data scien|machine learning|\bml engineer|applied scien/i,
  'data-analyst': /(?:data|business intelligence|bi|product|insights?|reporting) analyst|analytics/i,
  'product-manager': /product (?:manager|owner|lead)|head of product/i,
  'project-manager': /project (?:manager|lead|coordinator|officer|director)|program(?:me)? manager|\bpmo\b|scrum master/i,
  'graphic-designer': /\b(?:graphics?|brand|print|editorial|packaging|media|communications?) design|art director|desktop publish|pre-?press/i,
  'financial-analyst': /financ(?:e|ial) analyst|financial (?:planning|controller|modell?er)|\bfp&a\b|investment analyst|controlling/i,
  accountant: /accountant|accounting|book-?keeper|\baccounts (?:payable|receivable|assistant|clerk)|payroll (?:clerk|specialist|officer|administrator)|auditor/i,
  'logistics-coordinator': /logistic|supply chain|dispatcher|freight forward|(?:shipping|transport|freight|warehouse|import|export) (?:\w+ )?(?:coordinator|planner|clerk|specialist|agent)/i,
  'operations-manager': /\boperations (?:\w+ )?(?:manager|supervisor|lead|director)|(?:head|director|vp) of operations|(?:plant|production|factory|warehouse|depot|shift|site) (?:manager|supervisor|leader)/i,
  'care-assistant': /\b(?:care|nursing|health ?care|home health) (?:assistant|aide|worker|helper)|\bcarer\b|care ?giver|nurse'?s? (?:aide|assistant)/i,
  'registered-nurse': /\bnurse\b|\bnursing (?:officer|sister|manager|professional)|midwife/i,
  'ux-designer': /\b(?:ux|ui|user experience|product|interaction|visual) (?:\w+ )?design|user research/i,
  'it-support-technician': /\bit[- ](?:support|help ?desk|service ?desk|technician|administrator)|desktop support|(?:first|second|1st|2nd)[- ](?:level|line) support|(?:help|service) ?desk (?:technician|analyst|engineer)|(?:computer|pc) technician|systems? administrator/i,
  'account-manager': /\baccount (?:manager|director|lead)|key account|client (?:partner|manager|relationship)/i,
  'customer-support': /support (?:agent|specialist|representative|engineer)|customer (?:support|service|care|success)|help ?desk/i,
  'sales-representative': /\bsales\b|account executive|business development|\b[sb]dr\b/i,
  'security-engineer': /\bsecurity (?:engineer|analyst|architect|researcher|operations)|cyber ?security|information security|penetration test|\bpen ?test|ethical hacker|\bapp ?sec\b|dev ?sec ?ops|\bsoc analyst/i,
  'qa-engineer': /\bqa\b|quality assurance (?:engineer|analyst|tester)|\btester\b|test (?:engineer|analyst|automation|lead)|\bsdet\b|engineer in test/i,
  'devops-engineer': /dev ?ops|\bsre\b|site reliability|(?:platform|infrastructure|cloud|release|build) engineer/i,
  'backend-engineer': /back[- ]?end|(?:\bapi|server[- ]side) (?:developer|engineer)/i,
  'software-engineer': /software|back[- ]?end|full[- ]?stack|programmer|(?:mobile|java|python|android|ios|\.net|php|platform|devops|cloud)\b.*(?:developer|engineer)|\bdeveloper\b/i,
};

/** Fewer skills than these that only one or two roles ask about tell nothing. */
const LEAST_SKILLS = 2;

/** The role of the newest title that names one, else the one whose questions name most of the skills; null when nothing tells. */
export function suggestRole(bank: QuestionBank, background: Background): RoleSuggestion | null {
  const levelOf = (role: Role): string | null => levelFor(role, background);
  const titled = background.titles.flatMap((title) => {
    const role = Object.entries(TITLES).flatMap(([id, words]) => (words.test(title) ? (bank.role(id) ?? []) : []))[0];
    return role ? [{ roleId: role.id, levelId: levelOf(role), because: `Your resume names the title “${title}”.` }] : [];
  })[0];
  if (titled) return titled;
  const [best] = bank.roles.map((role) => ({ role, skills: tellingSkills(bank, role, background.skills) })).sort((a, b) => b.skills - a.skills);
  if (!best || best.skills < LEAST_SKILLS) return null;
  return { roleId: best.role.id, levelId: levelOf(best.role), because: 'Your resume names skills that this role is asked about.' };
}

/** Words of a title that say how far somebody has come, and not what they do. */
const RANK = /\b(?:junior|jr|senior|sr|lead|staff|principal|mid(?:-level)?|head|graduate|trainee|intern|chief|of)\b/gi;

/**
 * The roles whose questions fit a title in somebody's own words, the nearest first; none when no role is near. A single
 * word in common is not enough: a mechanical engineer is asked nothing about software.
 */
export function nearestRoles(bank: QuestionBank, named: string): Role[] {
  const titled = Object.entries(TITLES).flatMap(([id, words]) => (words.test(named) ? (bank.role(id) ?? []) : []));
  const words = wordsOf(named.replaceAll(RANK, ' ')).map(({ text }) => text);
  const within = bank.roles.filter(({ title }) => {
    const own = wordsOf(title).map(({ text }) => text);
    return words.length > 0 && words.every((word) => own.includes(word));
  });
  return [...new Set([...titled, ...within])];
}

/** Skills of this role, each counted less the more roles are asked about it. */
function tellingSkills(bank: QuestionBank, role: Role, skills: readonly string[]): number {
  const known = new Set(skills.map((skill) => skill.toLowerCase()));
  const roles = new Map<string, Set<string>>();
  for (const question of bank.questions) {
    for (const skill of question.skills.map((each) => each.toLowerCase()).filter((each) => known.has(each))) {
      roles.set(skill, new Set([...(roles.get(skill) ?? []), ...question.roles]));
    }
  }
  return [...roles.values()].filter((asked) => asked.has(role.id)).reduce((sum, asked) => sum + 1 / asked.size, 0);
}

function levelFor({ levels }: Role, { titles, years }: Background): string | null {
  const [newest = ''] = titles;
  const told = levelOfTitle(newest) ?? levelOfYears(years);
  return told !== null && levels.includes(told) ? told : null;
}

function levelOfTitle(title: string): string | null {
  if (/\b(?:intern|junior|jr|trainee|graduate|working student|apprentice)\b/i.test(title)) return 'junior';
  return /\b(?:senior|sr|staff(?! nurse)|principal|lead|head)\b/i.test(title) ? 'senior' : null;
}

function levelOfYears(years: number | null): string | null {
  if (years === null) return null;
  if (years < 2) return 'junior';
  return years < 6 ? 'mid' : 'senior';
}
