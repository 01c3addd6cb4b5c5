import { AppError } from '../../kernel/index.js';

export const unknownClient = (): AppError =>
  new AppError('recruiters.unknown_client', 422, 'Choose one of the clients that your organisation names. Nothing was sent.', { fields: { clientId: 'Choose one of your clients.' } });

export const askedAlready = (): AppError =>
  new AppError('recruiters.asked_already', 409, 'Your organisation has asked this person already and waits for the answer. Nothing was sent.');

export const askedLately = (): AppError =>
  new AppError('recruiters.asked_lately', 409, 'Your organisation has asked this person a while ago and got no yes. They are left in peace for now; nothing was sent.');

export const contactGiven = (): AppError =>
  new AppError('recruiters.contact_given', 409, 'This person has said yes to your organisation already: you see their name and address. Nothing was sent.');

export const requestOver = (): AppError =>
  new AppError('recruiters.request_over', 409, 'This request has been answered, or its time is over. Nothing was changed.');

export const nothingAsked = (): AppError =>
  new AppError('recruiters.nothing_asked', 409, 'There is no request of this organisation that you could accept. Nothing was shown to it.');
