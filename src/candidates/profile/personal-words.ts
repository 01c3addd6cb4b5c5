import { type PersonalKind } from '../resumes/reading.js';
import { emailsIn, linksIn, phonesIn } from '../resumes/redaction/contact-data.js';
import { addressesIn, particularsIn } from '../resumes/redaction/personal-particulars.js';
import { nameSpans } from '../resumes/redaction/person-name.js';
import { hiddenContactIn, putTogether } from './hidden-contact.js';

/** What in a short text says who somebody is or how to reach them; null when nothing does. `name` is their own; the names of skills are no web addresses. */
export function personalIn(text: string, name: string, isSkill: (text: string) => boolean): PersonalKind | null {
  return openlyIn(text, name, isSkill) ?? openlyIn(putTogether(text), name, isSkill) ?? hiddenContactIn(text, name);
}

function openlyIn(text: string, name: string, isSkill: (text: string) => boolean): PersonalKind | null {
  // Whatever looks like a number or an address counts here: in a text this short nothing else tells what it is.
  const anywhere = (): boolean => true;
  const spans = [
    ...emailsIn(text), ...linksIn(text, anywhere), ...phonesIn(text, anywhere), ...particularsIn(text), ...addressesIn(text, () => false, () => false),
    ...nameSpans(text, name.split(/\s+/).filter((word) => word.length > 1), isSkill),
  ];
  return spans.find(({ start, end }) => !isSkill(text.slice(start, end)))?.kind ?? null;
}
