import { unprintable } from '../../platform/paper/index.js';
import { nameUnfit, nameUnprintable } from './issuing.errors.js';

const MOST = 200;
/** A longer word leaves no room for its letters to be read. */
const LONGEST_WORD = 60;
/** Joiners belong to how some scripts are written; what turns the direction of text or cannot be seen does not belong to a name. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

/** A name as it stands on a certificate. AppErrors `certificates.name_unfit`, `certificates.name_unprintable`. */
export async function fitName(text: string): Promise<string> {
  const name = asOneLine(text);
  if ([...name].length > MOST || !/\p{L}/u.test(name) || !isReadable(name)) throw nameUnfit();
  const characters = await unprintable(name);
  if (characters.length > 0) throw nameUnprintable(characters);
  return name;
}

/** A role in the candidate's own words as it can stand on a certificate; as the list calls it where those cannot be printed or read. */
export async function withFitRole<Facts extends { readonly roleTitle: string; readonly questionSet?: string }>(facts: Facts): Promise<Facts> {
  const { roleTitle, questionSet = roleTitle } = facts;
  const role = asOneLine(roleTitle);
  const isFit = isReadable(role) && /\p{L}/u.test(role) && (await unprintable(role)).length === 0;
  return { ...facts, roleTitle: isFit ? role : questionSet };
}

const asOneLine = (text: string): string => text.normalize('NFC').trim().replace(/\p{Zs}+/gu, ' ');
const isReadable = (line: string): boolean => !INVISIBLE.test(line) && line.split(' ').every((word) => [...word].length <= LONGEST_WORD);
