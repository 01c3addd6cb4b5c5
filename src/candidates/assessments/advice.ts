import { type RoleSkills } from '../skills/role-skills.js';
import { type Assessment, type Finding, type Importance } from './assessment.js';
import { aRole, nameOf, years } from './wording.js';

/** What to do about it: add to the resume if it is true, learn, or rehearse. */
export const adviceKinds = ['add', 'learn', 'rehearse'] as const;

/** One piece of advice, in the order in which it helps most. */
export interface AdviceLine {
  readonly kind: (typeof adviceKinds)[number];
  /** The skill it is about; null when it is about years. */
  readonly skillId: string | null;
  readonly text: string;
}

/** More than these at once are no advice: near ones, ones shown by another, ones to learn, ones to rehearse. */
const MOST = { near: 4, shown: 2, learn: 5, rehearse: 4 } as const;
const ORDER: readonly Importance[] = ['must', 'role_core', 'nice', 'role_helpful'];

/** First what may only be missing from the paper, then what to learn, then what to be ready to tell. */
export function adviceFor({ findings, years: experience, description }: Omit<Assessment, 'reasons' | 'advice'>, role: RoleSkills, isGeneral: (skillId: string) => boolean): AdviceLine[] {
  const ordered = ORDER.flatMap((importance) => findings.filter((finding) => finding.importance === importance));
  const who = (finding: Finding): string => asker(finding, role);
  const missing = ordered.filter(({ state }) => state === 'missing');
  const isShownInTalk = ({ oneOf }: Finding): boolean => oneOf.some(({ id }) => isGeneral(id));
  const told = ordered.filter(({ state, importance }) => state === 'matched' && (importance === 'must' || description !== 'read'));
  return [
    ...aboutYears(experience),
    ...ordered.filter(({ state }) => state === 'related').slice(0, MOST.near).map((finding) => line('add', finding,
      `You name ${finding.seen!.name}. If you have worked with ${nameOf(finding)} too, write where and what for: ${who(finding)}.`)),
    ...ordered.filter(isShownByAnother).slice(0, MOST.shown).map((finding) => line('add', finding,
      `Your ${finding.seen!.name} shows ${nameOf(finding)}. Write that word too, so that nobody has to guess: ${who(finding)}.`)),
    ...missing.filter((finding) => !isShownInTalk(finding)).slice(0, MOST.learn).map((finding) => line('learn', finding,
      `${nameOf(finding)}: ${who(finding)}, and your resume does not show it.`)),
    ...[
      ...told.filter((finding) => !isShownInTalk(finding)).map((finding) => line('rehearse', finding,
        `${finding.seen!.name}${ofYears(finding)}: what you did with it yourself, what was hard, and what came of it.`)),
      ...missing.filter(isShownInTalk).map((finding) => line('rehearse', finding, `${nameOf(finding)}: have an example that shows it, because ${who(finding)}.`)),
    ].slice(0, MOST.rehearse),
  ];
}

function isShownByAnother({ state, seen, oneOf }: Finding): boolean {
  return state === 'matched' && seen !== null && !oneOf.some(({ id }) => id === seen.id);
}

function ofYears({ yearsAsked }: Finding): string {
  return yearsAsked === null ? '' : `, of which they want ${years(yearsAsked)}`;
}

function line(kind: AdviceLine['kind'], { seen, oneOf }: Finding, text: string): AdviceLine {
  return { kind, skillId: (kind === 'rehearse' ? (seen?.id ?? oneOf[0]?.id) : oneOf[0]?.id) ?? null, text };
}

function asker({ asked, importance }: Finding, { title }: RoleSkills): string {
  if (!asked) return `${aRole(title)} is ${importance === 'role_core' ? 'usually' : 'often'} asked for it`;
  return importance === 'must' ? `the description asks for it in line ${asked.number}` : `it would be nice to have, says line ${asked.number} of the description`;
}

function aboutYears({ asked, found, line: seen }: Assessment['years']): AdviceLine[] {
  if (asked === null || seen === null) return [];
  const wanted = `Line ${seen.number} of the description asks for ${years(asked)}`;
  if (found === null) return [{ kind: 'add', skillId: null, text: `${wanted}. We found no periods in your resume: write from when to when you did each job.` }];
  if (found >= asked) return [];
  return [{ kind: 'add', skillId: null, text: `${wanted}; the periods in your resume come to ${years(found)}. If earlier work, studies or projects count, add them with their dates.` }];
}
