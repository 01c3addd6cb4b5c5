const IN_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const YEARS = new RegExp(`\\b(\\d{1,2}|${IN_WORDS.join('|')})\\s*(?:\\+|plus|or more)?\\s*(?:(?:-|–|to)\\s*(?:\\d{1,2}|${IN_WORDS.join('|')})\\s*\\+?)?\\s*(?:full |solid )?(?:years?|yrs?)\\b`, 'gi');
const OF_WORK = /\b(?:experience|experienced|background|track record|practice|working|worked|professional(?:ly)?|hands[- ]on|as an?|in (?:an?|the) (?:similar|same|comparable))\b/i;
const OF_THE_EMPLOYER = /\b(?:we(?:['’]ve| have| look back)|founded|history|anniversary|in business|on the market|growing|contract|old|ago)\b/i;
const MOST = 30;

/** How many years a sentence asks for, the lower end of a span; null when it asks for none, or speaks of the employer's own years. */
export function yearsAsked(sentence: string, namesASkill: boolean): number | null {
  if (OF_THE_EMPLOYER.test(sentence) || !(namesASkill || OF_WORK.test(sentence))) return null;
  // Long white space would cost the pattern the cube of its length.
  const closed = sentence.replace(/\s+/g, ' ');
  const numbers = Array.from(closed.matchAll(YEARS), ([, said = '']) => asNumber(said)).filter((years) => years > 0 && years <= MOST);
  return numbers.length > 0 ? Math.max(...numbers) : null;
}

function asNumber(said: string): number {
  const word = IN_WORDS.indexOf(said.toLowerCase());
  return word >= 0 ? word + 1 : Number(said);
}
