import { type FoundPayment, type PaymentDay, type Quarantined, type Refund } from '../../api/payment-desk-queries.js';

/** Why money goes back, as whoever asks for it chooses. */
export const reasons = [
  { value: 'unwanted', label: 'The buyer asked for it' },
  { value: 'duplicate', label: 'It was paid twice' },
  { value: 'not_delivered', label: 'What was bought never came' },
  { value: 'not_as_described', label: 'It was not what was described' },
  { value: 'does_not_fit', label: 'It fits no order' },
  { value: 'goodwill', label: 'To make up for something' },
  { value: 'fraud', label: 'Somebody else paid with it' },
  { value: 'law', label: 'The law asks for it' },
] as const;

export const reasonWords = (reason: Refund['reason']): string => reasons.find(({ value }) => value === reason)?.label ?? 'Made at the gateway itself';

export const refundWords = {
  waiting: 'Waits for a second operator', approved: 'Goes out to the gateway now', sent: 'Sent, the gateway has not said more yet', done: 'Given back', failed: 'The gateway did not give it back', refused: 'Refused',
} as const satisfies Record<Refund['state'], string>;

const ownReasons: Readonly<Record<string, string>> = { unanswered: 'no answer for twenty hours', failed_later: 'a bank sent it back', not_arrived: 'no word of it for two weeks' };

/** Why a refund was not made: what we found out ourselves in words, and a code of the gateway as it is. */
export const becauseWords = (because: string): string => ownReasons[because] ?? because;

export const quarantineWords = {
  amount: 'Another amount was paid, or announced, than was asked for', currency: 'Another currency was paid, or announced, than was asked for', order: 'It is for no purchase of ours, or for one that is paid already',
  mode: 'Test and real money are mixed up', customer: 'Whoever bought it is gone',
} as const satisfies Record<Quarantined['reason'], string>;

export const paymentWords = { authorised: 'Promised, not there yet', failed: 'Declined', captured: 'Paid' } as const satisfies Record<FoundPayment['state'], string>;
export const disputeWords = { open: 'Disputed', won: 'Disputed, and won', lost: 'Disputed, and lost' } as const satisfies Record<NonNullable<FoundPayment['dispute']>, string>;

const sides = { state: 'another state', amount: 'another amount', refunded: 'another sum given back', dispute: 'another word on a dispute' } as const;

/** "another amount: 8.99 there, 9.00 here". */
export function differenceWords({ what, ours, theirs }: PaymentDay['differences'][number]): string {
  if (what === 'absent_here') return 'known there, and not here';
  if (what === 'absent_there') return 'known here, and not there';
  return `${sides[what]}: ${theirs ?? 'nothing'} there, ${ours ?? 'nothing'} here`;
}
