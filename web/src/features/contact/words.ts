import { type FollowUps, type Refusal, type RequestState } from '../../api/contact-queries.js';
import { capital } from '../../lib/format.js';

export const stateWords: Record<RequestState, string> = {
  open: 'Waiting', accepted: 'Said yes', declined: 'Said no', expired: 'No answer', ended: 'No longer available', taken_back: 'Taken back by us', withdrawn: 'Taken back by them',
};

export const requestStates = Object.keys(stateWords) as RequestState[];

export const refusalWords: Record<Refusal, string> = {
  role: 'The job is not what I look for', pay: 'The pay', place: 'The place', timing: 'The time', company: 'The company', other: 'Something else',
};

/** Too few to say anything about. */
const FEWEST = 3;

/** How well an organisation keeps its word, and how that is counted. */
export function followUpsInWords({ accepted, followedUp, withinDays, ofDays }: FollowUps, who: string): string {
  if (accepted < FEWEST) return `Too few people have said yes to ${who} within ${ofDays} days to tell how often it writes to them.`;
  return `${capital(who)} says it wrote to ${followedUp} of the ${accepted} people who said yes within ${ofDays} days, each within ${withinDays} days of their yes (${Math.round((100 * followedUp) / accepted)} %).`;
}
