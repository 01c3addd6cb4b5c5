import { type Delivery, type NewNote } from '../../notifications/index.js';

const PATH = '/saved-searches';
const TITLE = 'New people fit your saved searches';
/** A recruiter can keep thirty searches with names of a hundred characters; the inbox has room for a thousand. */
const NAMED = 5;

/** How many newly listed people fit one of the recruiter's searches, by the name they gave it. */
export interface NewMatches {
  readonly name: string;
  readonly people: number;
}

/** Counts alone: who is meant is read in the product, where whoever has withdrawn meanwhile is gone. */
export const newMatchesMail = (matches: readonly NewMatches[]): Delivery['mail'] => ({
  template: 'new-matches',
  subject: TITLE,
  heading: TITLE,
  paragraphs: [said(matches), 'The page shows who is listed at the moment you open it.', 'You get this at most once a day, for searches whose alerts you turned on.'],
  action: { label: 'See your saved searches', path: PATH },
});

export const newMatchesNote = (matches: readonly NewMatches[]): Omit<NewNote, 'accountId'> => ({ kind: 'recruiters.new_matches', title: TITLE, body: said(matches), link: PATH });

/** `Newly listed: 1 person for “Erlang”, 2 people for “OCaml”.` */
function said(matches: readonly NewMatches[]): string {
  const named = matches.slice(0, NAMED).map(({ name, people }) => `${counted(people)} for “${name}”`);
  const more = matches.length - named.length;
  const rest = more === 0 ? '' : `, and more for ${more === 1 ? 'another search' : `${more} other searches`}`;
  return `Newly listed: ${named.join(', ')}${rest}.`;
}

/** There was no counting beyond 1,000. */
function counted(people: number): string {
  if (people >= 1000) return '1,000 or more people';
  return people === 1 ? '1 person' : `${people} people`;
}
