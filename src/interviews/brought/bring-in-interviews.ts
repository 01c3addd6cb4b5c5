import { type Tx } from '../../platform/db/index.js';
import { type Arrival, Brought } from '../../platform/personal-data/index.js';
import { newId } from '../../kernel/index.js';
import { type BroughtInterview, broughtInterviews, isOverlong } from './brought-interview.js';
import { storeBrought } from './store-brought.js';

/** What has a report there; the rest is of no use where nobody can go on with it. */
const FINISHED = ['for_people', 'scored', 'not_scored'];
const NOT_FINISHED = 'there is no report of it there yet';
const OVERLONG = 'it is longer than an interview can be';

/** Takes in interviews that were taken elsewhere, to be read and deleted here, and nothing else. */
export async function bringInInterviews(tx: Tx, brought: Brought): Promise<readonly Arrival[]> {
  const interviews = brought.read('interviews', broughtInterviews);
  if (interviews === null) return [];
  const because: string[] = [];
  for (const interview of interviews) {
    const left = await bringIn(tx, brought, interview);
    if (left !== null) because.push(left);
  }
  const left = [...new Set(because)].map((reason) => ({ because: reason, count: because.filter((other) => other === reason).length }));
  return [{ category: 'interviews', came: interviews.length - because.length, left }];
}

/** Why it stays behind; null when it came. */
async function bringIn(tx: Tx, brought: Brought, interview: BroughtInterview): Promise<string | null> {
  if (!FINISHED.includes(interview.state)) return NOT_FINISHED;
  if (isOverlong(interview)) return OVERLONG;
  const kept = interview.kept && brought.mayKeepInterviews;
  const end = kept ? null : brought.endOf('interviewResults', interview.submittedAt ?? interview.startedAt);
  if (brought.isOver(end)) return Brought.because.over;
  const id = newId();
  return (await storeBrought(tx, { id, candidateId: brought.accountId, from: brought.from, end, kept }, interview)) ? null : Brought.because.here;
}
