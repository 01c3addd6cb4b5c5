import { type Outcome } from '../../api/reviewed-queries.js';

export const LEAST_REASON = 20;

/** As the organisation says it, and as whoever it is about reads it. */
export const outcomeWords: Readonly<Record<Outcome, { choose: string; done: string; yours: string }>> = {
  advance: { choose: 'Go on with this person', done: 'Goes on', yours: 'They would like to go on with you.' },
  reject: { choose: 'Do not go on', done: 'Does not go on', yours: 'They do not go on with you.' },
};
