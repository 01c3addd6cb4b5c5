import { folded } from '../resumes/facts/folded.js';
import { type PersonalKind } from '../resumes/reading.js';

const NUMBER_WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';
const MAIL_HOST = '(?:gmail|googlemail|g-mail|yahoo|hotmail|outlook|icloud|proton|protonmail|gmx|aol|live|posteo|tutanota|fastmail|yandex|zoho)';
const NETWORK = String.raw`(?:telegram|insta(?:gram)?|signal|whats ?app|skype|discord|snap(?:chat)?|we ?chat|threema|viber|twitter|tiktok|facebook|linked ?in|xing)`;
/** Letters and then figures, or letters on both sides of a dot or a low line: a name on a network, and no word of a trade. */
const HANDLE = String.raw`(?:[\p{L}_.]{3,30}\d{2,}[\p{L}\d_.]*|[\p{L}\d]{2,30}[_.](?!js\b|net\b|py\b)[\p{L}\d_.]{1,30})`;
const GROUPS = '(?:people|children|kids|adults|students|pupils|patients|those|persons|users|learners|anyone|women|men|girls|boys|clients|youth|teens)';

/** What people write so that a machine does not see it. "Engineer at Google", "Signal processing" and "Telegram bots" are trades, and pass. */
const HIDDEN: readonly (readonly [PersonalKind, RegExp])[] = [
  ['e-mail', /[\p{L}\p{N}]\s?[([{<]\s?(?:at|ät)\s?[)\]}>]\s?[\p{L}\p{N}]/iu],
  ['e-mail', new RegExp(String.raw`(?<![\p{L}\p{N}])(?:\p{L}[\p{L}\p{N}]*[._](?!js\b|net\b|py\b|io\b)[\p{L}\p{N}._]+|\p{L}{3,}\d{2,})\s(?:at|@)\s${MAIL_HOST}(?!\p{L})`, 'iu')],
  ['phone', new RegExp(String.raw`(?<!\p{L})(?:${NUMBER_WORD}[\s,.-]+){5,}${NUMBER_WORD}(?!\p{L})`, 'iu')],
  ['link', new RegExp(String.raw`(?<!\p{L})${NETWORK}\s?[:：=]\s?[\p{L}\p{N}@]`, 'iu')],
  ['link', new RegExp(String.raw`(?<!\p{L})${NETWORK}\s(?:me\s)?@?${HANDLE}(?![\p{L}\p{N}])`, 'iu')],
  ['link', /(?<!\p{L})insta\s@?[\p{L}\p{N}_.]{3,}/iu],
  ['birth date', new RegExp(String.raw`(?<!${GROUPS}\s)(?<!\p{L})aged\s(?:1[5-9]|[2-7]\d)(?!\d|\s?(?:\+|-|–|to\b|and\b|or\b))`, 'iu')],
  ['birth date', /(?<!\p{L})(?:i am|i['’]m)\s(?:1[5-9]|[2-7]\d)(?!\d|\s?%|\s\p{L})/iu],
];
const SPACED = /(?<!\S)\S(?:[ ]\S){3,}(?!\S)/gu;

/** What of this kind a text holds, in a short text that others read; null when nothing. `name` is the writer's own. */
export function hiddenContactIn(text: string, name: string): PersonalKind | null {
  const found = HIDDEN.find(([, pattern]) => pattern.test(text));
  if (found) return found[0];
  return spells(text, name) ? 'name' : null;
}

/** The text with letters and figures that stand apart put together, and the letter O among figures read as the figure. */
export function putTogether(text: string): string {
  return text.replace(SPACED, (spaced) => spaced.replaceAll(' ', '')).replace(/(?<![\p{L}\p{N}])o(?=\d{2})/giu, '0');
}

/** The whole name in one piece whatever stands between its letters, or one word of it letter by letter. */
function spells(text: string, name: string): boolean {
  const words = name.split(/\s+/).map(lettersOf).filter((word) => word.length > 1);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  const letters = lettersOf(text);
  if (words.length > 1 && first.length + last.length >= 6 && [first + last, last + first].some((whole) => letters.includes(whole))) return true;
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{L}(?:[ ._-]{1,2}\p{L}){2,}(?![\p{L}\p{N}])/gu)].some(([apart]) => words.some((word) => word.length > 2 && lettersOf(apart).includes(word)));
}

const lettersOf = (text: string): string => folded(text).replace(/[^\p{L}]/gu, '');
