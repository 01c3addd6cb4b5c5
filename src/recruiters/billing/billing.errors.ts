import { AppError } from '../../kernel/index.js';

const number = (count: number): string => count.toLocaleString('en');
const WHO_BUYS = 'An owner, or a colleague with the role billing, can buy more on the page “Billing”.';

/** `needed`: one for each person. */
export const nothingLeft = (left: number, needed: number): AppError =>
  new AppError('payments.nothing_left', 402, `Your organisation has ${left === 0 ? 'no' : number(left)} invited ${left === 1 ? 'interview' : 'interviews'} left, and this needs ${number(needed)}. ${WHO_BUYS} Nothing was sent.`);

/** Whoever invites: `promised` to colleagues who have not answered yet. */
export const noSeat = ({ have, taken, promised }: { have: number; taken: number; promised: number }): AppError =>
  new AppError('payments.no_seat', 402, `Your organisation has ${number(have)} ${have === 1 ? 'place' : 'places'}: ${number(taken)} taken, and ${number(promised)} promised to colleagues you have invited. ${WHO_BUYS} Nothing was sent.`);

/** Whoever was invited; how many places there are is not theirs to know. */
export const noSeatForYou = (): AppError =>
  new AppError('payments.no_seat', 402, 'This organisation has no free place for you at the moment. Your invitation stays as it is: ask whoever invited you to make room, and open it again.');
