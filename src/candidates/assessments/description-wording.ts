/** How much a description wants a skill; `not` when it says that the skill is not needed. */
export type Weight = 'must' | 'nice' | 'not';

/** What a heading says of the lines below it; `elsewhere` when they speak of the employer, not of you. */
export type Section = Weight | 'elsewhere';

const ELSEWHERE = /\b(?:benefits|perks|we offer|our offer|why (?:join|us|work)|about (?:us|the company|our)|who we are|our (?:company|story|values|culture|mission)|compensation|salary|how to apply|(?:application|hiring|interview|recruit(?:ing|ment)) process|equal opportunit(?:y|ies)|diversity|location|contact)\b/i;
const NICE_HEADING = /\b(?:nice[- ]to[- ]haves?|good to have|bonus(?: points)?|preferred|desirable|desired|optional|plus(?:es)?|would be (?:great|nice)|advantageous|extra)\b/i;
const MUST_HEADING = /\b(?:must[- ]haves?|requirements?|required|qualifications|essential|minimum|what you|you (?:have|bring|are|will)|your (?:profile|skills|experience|background|role|tasks|mission)|who you are|about you|skills|experience|looking for|we expect|(?:tech(?:nology|nical)? )?stack|responsibilities|duties|the role|technologies|tools)\b/i;
const BULLET = /^[\s\-–—*•·▪◦●■‣#>]+/;

/** What a line announces for those below it; null when it is no heading. A line that names a skill is one only with a colon. */
export function sectionOf(line: string, namesASkill: boolean): Section | null {
  const text = line.slice(0, 200).replace(BULLET, '').replace(/[*_]+/g, '').trim();
  const hasColon = text.endsWith(':');
  const words = text.split(/\s+/).length;
  if (text === '' || text.length > 70 || /[.,;]$|:\s*\S/.test(text)) return null;
  // A heading in words we do not know still ends what was said of the employer.
  if (hasColon) return words <= 10 ? (saidByHeading(text) ?? 'must') : null;
  const isItem = /^\s*[-–—*•·▪◦●■‣]/.test(line);
  return isItem || namesASkill || words > 6 || /\d/.test(text) ? null : saidByHeading(text);
}

/** What a label at the beginning of a line says of the rest of it: `Nice to have: Kafka`. */
export function labelOf(line: string): Section | null {
  const [, label] = /^[^\p{L}]{0,8}([^:,.]{2,40}):\s*\S/u.exec(line) ?? [];
  return label === undefined ? null : saidByHeading(label);
}

function saidByHeading(text: string): Section | null {
  if (NICE_HEADING.test(text)) return 'nice';
  if (ELSEWHERE.test(text)) return 'elsewhere';
  return MUST_HEADING.test(text) ? 'must' : null;
}

const NOT = /\b(?:not|no|never|isn['’]t|aren['’]t|don['’]t)\b(?! only)[^.;]{0,40}\b(?:requir(?:e|ed|ement)|necessary|need(?:ed)?|essential|mandatory|expect(?:ed)?)\b/i;
const NICE = /\b(?:nice[- ]to[- ]have|good to have|(?:a|an) (?:big |huge |strong |real |definite |clear )?(?:plus|bonus|advantage|asset)|bonus|preferred|preferably|ideally|desirable|desired|beneficial|advantageous|helpful|optional(?:ly)?|would be (?:great|nice|good))\b/i;
const MUST = /\b(?:must(?:[- ]have)?|required|requires|mandatory|essential|necessary)\b/i;
const EQUAL_OPPORTUNITY = /\bequal[- ]opportunit|\bregardless of\b|\bwe (?:value|celebrate|embrace|welcome) (?:\w+ )?(?:diversity|applic|people)/i;

/** True for the sentences about equal treatment that every advertisement carries. */
export function isBoilerplate(line: string): boolean {
  return EQUAL_OPPORTUNITY.test(line);
}

/** A word that weighs a clause, and where in it that word begins and ends. */
export interface Marker {
  readonly weight: Weight;
  readonly at: number;
  readonly end: number;
}

/** The weighing word of a clause; null when it has none. */
export function markerIn(clause: string): Marker | null {
  for (const [weight, pattern] of [['not', NOT], ['nice', NICE], ['must', MUST]] as const) {
    const found = pattern.exec(clause);
    if (found) return { weight, at: found.index, end: found.index + found[0].length };
  }
  return null;
}
