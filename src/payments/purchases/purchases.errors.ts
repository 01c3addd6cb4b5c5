import { AppError } from '../../kernel/index.js';

export const notSold = (): AppError =>
  new AppError('payments.not_sold', 422, 'That is not sold here, or not any more. Look at the prices again; nothing was bought.', { fields: { product: 'Choose something from the list.' } });

export const currencyNotOffered = (currency: string): AppError =>
  new AppError('payments.currency_not_offered', 422, `This cannot be paid in ${currency} here. Choose another currency; nothing was bought.`, { fields: { currency: 'Choose a currency from the list.' } });

export const tooMany = (most: number): AppError =>
  new AppError('payments.quantity', 422, `Of this you can buy ${most === 1 ? 'one' : `up to ${most}`} at once. Nothing was bought.`, { fields: { quantity: most === 1 ? 'Only one at once.' : `At most ${most} at once.` } });

export const adultsOnly = (age: number): AppError =>
  new AppError('payments.adults_only', 403, `Whoever buys here has to be ${age} or older. Nothing was bought; what is free stays free for you.`);

export const hasPlan = (): AppError =>
  new AppError('payments.has_plan', 409, 'You have a plan already. End it first: what you paid for goes on until then, and then you can take another. Nothing was bought.');

export const hadAlready = (): AppError =>
  new AppError('payments.had_already', 409, 'You have had this already. What costs nothing can be had once; look at what else there is.');

export const otherWish = (): AppError =>
  new AppError('payments.other_wish', 409, 'This was sent before for something else. Go back to the prices and choose again; nothing was bought.');

export const gatewayAway = (): AppError =>
  new AppError('payments.gateway_away', 503, 'Whoever takes the payment does not answer at this moment. Nothing was taken from you. Try again in a few seconds: it will be the same purchase.', { retryAfterSeconds: 10 });

export const gatewayRefused = (): AppError =>
  new AppError('payments.gateway_refused', 502, 'Whoever takes the payment does not accept this one. Nothing was taken from you. Try another currency, or write to us.');

export const planOver = (): AppError => new AppError('payments.plan_over', 409, 'This plan has ended already. Nothing was changed.');
