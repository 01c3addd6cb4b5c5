import { type PaymentHistory, type SoldProduct } from '../../api/billing-queries.js';
import { count } from '../../lib/format.js';

export const everyWords = { month: 'a month', year: 'a year' } as const;

/** "each month", "for good": how often what it gives is given. */
const turnWords = { month: 'each month', year: 'each year' } as const;

/** What a product gives, a line each. */
export function givesWords({ every, perSeat, interviews, invitedInterviews, premiumVoice, conversations }: SoldProduct): string[] {
  const when = every === null ? '' : ` ${turnWords[every]}`;
  return [
    ...(perSeat ? ['One more place for a colleague'] : []),
    ...(interviews === null ? [] : [`${count(interviews, 'practice interview')}${when}`]),
    ...(invitedInterviews === null ? [] : [`${count(invitedInterviews, 'invited interview')}${when}${perSeat ? ' for each place' : ''}`]),
    ...(premiumVoice ? ['A natural voice for your own questions'] : []),
    ...(conversations ? ['Conversations with an interviewer'] : []),
  ];
}

/** What became of something, in a word. */
export const stateWords: Readonly<Record<PaymentHistory['items'][number]['state'], string>> = {
  created: 'Not paid', open: 'Not paid yet', authorised: 'Promised, on its way', paid: 'Paid', captured: 'Paid', failed: 'Not paid, it was declined', expired: 'Not paid',
  refunded: 'Refunded', not_arrived: 'Could not be given to your bank', disputed: 'Disputed at your bank', set_apart: 'Did not fit what was asked for',
};

export const sourceWords = { free: 'free', pack: 'from a pack', plan: 'from your plan', gift: 'given by the operator' } as const;
