import { AppError } from '../../kernel/index.js';

const amount = (says: string): { fields: { amount: string } } => ({ fields: { amount: says } });

export const notAnAmount = (currency: string): AppError =>
  new AppError('payments.not_an_amount', 422, `That is no amount of ${currency}. Nothing was sent back.`, amount('Enter an amount such as 4.50.'));

export const moreThanPaid = (left: string): AppError =>
  new AppError('payments.more_than_paid', 422, `Of this payment, ${left} can still go back. Nothing was sent.`, amount(`At most ${left}.`));

export const refundedForThat = (): AppError =>
  new AppError('payments.refunded_for_that', 409, 'For this reason money of this payment goes back already, maybe a colleague was quicker. Look at its refunds; nothing more was sent.');

export const paymentDisputed = (): AppError =>
  new AppError('payments.disputed', 409, 'Whoever paid has asked their bank for this money. While that is open, or when they have it from there, a refund would give it to them twice. Nothing was sent: answer the dispute at the gateway.');

export const secondPersonNeeded = (): AppError =>
  new AppError('payments.second_person_needed', 403, 'You asked for this refund yourself, and for one so large two people are needed. Another operator has to approve it.');

export const refundDecided = (): AppError =>
  new AppError('payments.refund_decided', 409, 'Somebody has decided about this refund already. Nothing was changed; look at how far it is.');
