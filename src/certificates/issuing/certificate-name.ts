import { unprintable } from '../../platform/paper/index.js';
import { nameUnfit, nameUnprintable } from './issuing.errors.js';

const MOST = 200;
/** A longer word leaves no room for its letters to be read. */
const LONGEST_WORD = 60;
/** Joiners belong to how some scripts are written; what turns the direction of text or cannot be seen does not belong to a name. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

/** A name as it stands on a certificate. AppErrors `certificates.name_unfit`, `certificates.name_unprintable`. */
export async function fitName(text: string): Promise<string> {
  const name = text.normalize('NFC').trim().replace(/\p{Zs}+/gu, ' ');
  if ([...name].length > MOST || !/\p{L}/u.test(name) || name.split(' ').some((word) => [...word].length > LONGEST_WORD) || INVISIBLE.test(name)) throw nameUnfit();
  const characters = await unprintable(name);
  if (characters.length > 0) throw nameUnprintable(characters);
  return name;
}
