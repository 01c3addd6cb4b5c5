import { AppError } from '../kernel/index.js';

export const consentRequired = (): AppError => new AppError('consent.required', 403, 'This needs a consent that was not given, or is over. Nothing was done.');

export const notOffered = (): AppError => new AppError('consent.not_offered', 422, 'Nothing of this is ever kept here, so there is nothing to allow. Nothing was changed.');

export const noticeChanged = (): AppError =>
  new AppError('consent.notice_changed', 409, 'The text has changed since you opened this page. Load the page again and read the new one. Nothing was changed.');

export const unknownFields = (): AppError =>
  new AppError('consent.unknown_fields', 422, 'One of the things you chose cannot be shared for this. Nothing was changed.', { fields: { fields: 'Choose from what is listed.' } });

export const otherScope = (): AppError =>
  new AppError('consent.other_scope', 422, 'This is allowed either to one alone or to nobody in particular, and the other was sent. Nothing was changed.', { fields: { scope: 'Name whom it is for, where it is for one.' } });

export const unknownRecipient = (): AppError =>
  new AppError('consent.unknown_recipient', 422, 'Nobody of that name gets anything from us, so there is nothing to allow. Nothing was changed.', { fields: { scope: 'Name one who is listed.' } });

export const accountGone = (): AppError => new AppError('consent.account_closed', 409, 'This account was deleted, and nothing can be allowed in its name. Nothing was changed.');

export const otherWording = (): AppError =>
  new AppError('consent.other_wording', 422, 'What the switch said is not what our notice says. Load the page again. Nothing was changed.', { fields: { wording: 'Send the words of the notice.' } });

export const eventUsed = (): AppError =>
  new AppError('consent.event_used', 409, 'This act was written down before, for something else. Try again. Nothing was changed.');
