import { type InvitationRefusal, type InvitationState } from '../../api/invitation-queries.js';
import { type Offer, type OwnInvitation } from '../../api/invited-queries.js';
import { showDay } from '../../lib/format.js';

const stateWords: Record<Exclude<InvitationState, 'withdrawn'>, string> = {
  invited: 'New', opened: 'Not begun', in_progress: 'In progress', complete: 'Handed in', expired: 'Its time is over', revoked: 'Taken back by them', declined: 'You said no',
};

/** What ended with the text of its notice nobody took back. */
const endedWords: Record<OwnInvitation['endedBecause'], string> = { withdrawn: 'You took it back', invalidated: 'Its notice has changed', expired: 'What you allowed ran out', terminated: 'No longer shared' };

/** How it stands, in two or three words. */
export const standsInWords = ({ state, endedBecause }: Pick<OwnInvitation, 'state' | 'endedBecause'>): string => (state === 'withdrawn' ? endedWords[endedBecause] : stateWords[state]);

export const refusalWords: Record<InvitationRefusal, string> = {
  role: 'The job is not what I look for', timing: 'The time', place: 'The place', format: 'I do not want an interview of this kind', ai: 'The use of AI', not_me: 'It was meant for somebody else', other: 'Something else',
};

/** Those in which it can still be answered. */
export const isOpen = ({ state }: Pick<OwnInvitation, 'state'>): boolean => state === 'invited' || state === 'opened' || state === 'in_progress';

/** A program is at it; whoever asked for people waits for none. */
export const isBeingScored = ({ state, judgedBy, scoredAt }: OwnInvitation): boolean => state === 'complete' && judgedBy === 'ai' && scoredAt === null;

/** How long the way from handing in to the organisation takes at most, where all is well: moments. */
const ON_ITS_WAY_MS = 10 * 60_000;

/** Handed in a moment ago, and not with the organisation yet. */
export const isOnItsWay = ({ state, submittedAt, sharedUntil }: Pick<OwnInvitation, 'state' | 'submittedAt' | 'sharedUntil'>, now: number): boolean =>
  state === 'complete' && sharedUntil === null && submittedAt !== null && now - Date.parse(submittedAt) < ON_ITS_WAY_MS;

/** "Acme, for Globex". */
export const askers = ({ organisation, client }: Pick<Offer, 'organisation' | 'client'>): string => (client === null ? organisation.name : `${organisation.name}, for ${client}`);

const kindWords: Record<Offer['answerKinds'][number], string> = { text: 'typed', audio: 'spoken', video: 'spoken with a picture' };

/** "You choose for each question: typed or spoken." */
export function kindsInWords(kinds: Offer['answerKinds']): string {
  const words = kinds.map((kind) => kindWords[kind]);
  if (words.length < 2) return `Your answers are ${words.join('')}.`;
  return `You choose how you answer: ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}.`;
}

export const retakesInWords = (retakes: number): string => {
  if (retakes === 0) return 'A spoken answer is recorded once.';
  return retakes === 1 ? 'You can record each spoken answer a second time.' : `You can record each spoken answer up to ${retakes} times more.`;
};

/** A program that scores needs a check for fairness and a notice in time, where the job falls under New York's Local Law 144. */
const whyPeople: Readonly<Record<Offer['ai']['why'], string>> = {
  people_only: '',
  no_audit_of_this_year: ' In New York a program may score only when it was checked for fairness within a year, and that check is missing here.',
  notice_not_over: ' In New York a program may score only ten business days after you were told of it.',
};

/** From when on a program may score it, where that is later than now and before the deadline. */
export const scoredFrom = ({ ai: { from }, deadlineAt }: Pick<Offer, 'ai' | 'deadlineAt'>): string | null => (from !== null && Date.parse(from) < Date.parse(deadlineAt) ? from : null);

/** How the answers are judged, and what the candidate may choose instead. */
export function judgingInWords(offer: Pick<Offer, 'ai' | 'deadlineAt'>): string {
  if (offer.ai.offered) return 'A program scores your answers by a published rubric, or people alone judge them: you choose before you begin, and it counts the same. People read what you said and decide; nothing is rejected by a program.';
  const from = scoredFrom(offer);
  const later = from === null ? '' : ` From ${showDay(from)} on a program may, if you would rather wait for that.`;
  return `People judge your answers; no program scores them.${whyPeople[offer.ai.why]}${later}`;
}

/** When the candidate reads what the organisation reads. */
export const copyInWords = (days: number): string => (days === 0 ? 'Your own report is yours as soon as it is there.' : `Your own report is yours ${days === 1 ? 'a day' : `${days} days`} after you hand the interview in.`);
