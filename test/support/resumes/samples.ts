import { classicPdf, columnsDocx, datesLeftPdf, europassDocx, latexPdf, plainDocx, sidebarPdf, utf16Txt, utf8Txt, westernTxt } from './layouts.js';
import { people, type Person } from './people.js';

/** A resume of an invented person, and what is to be found in it. */
export interface Sample {
  readonly file: string;
  readonly person: Person;
  readonly make: () => Promise<Buffer>;
}

const LAYOUTS = [
  ['classic', 'pdf', classicPdf], ['latex', 'pdf', latexPdf], ['sidebar', 'pdf', sidebarPdf], ['dates-left', 'pdf', datesLeftPdf],
  ['plain', 'docx', plainDocx], ['columns', 'docx', columnsDocx], ['europass', 'docx', europassDocx],
  ['utf-8', 'txt', utf8Txt], ['utf-16', 'txt', utf16Txt], ['western', 'txt', westernTxt],
] as const;

/** Every person in every layout: sixty files. */
export const samples: readonly Sample[] = people.flatMap((person, index) => LAYOUTS.map(([layout, ending, make]) => ({ file: `${index + 1}-${layout}.${ending}`, person, make: () => make(person) })));
