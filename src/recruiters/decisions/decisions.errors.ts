import { AppError } from '../../kernel/index.js';

export const personNeeded = (): AppError =>
  new AppError('recruiters.person_needed', 403, 'A person decides about people, in a browser. A program with a token cannot; nothing was decided.');

export const readFirst = (): AppError =>
  new AppError('recruiters.read_first', 409, 'Read the answers before you decide about them. Nothing was decided.');

export const appealOpen = (): AppError =>
  new AppError('recruiters.appeal_open', 409, 'The candidate has asked for another look at the decision. Answer that; nothing else was decided.');

export const noAppeal = (): AppError =>
  new AppError('recruiters.no_appeal', 409, 'There is no appeal that waits for an answer. Look again; nothing was changed.');

export const anotherMustDecide = (): AppError =>
  new AppError('recruiters.another_must_decide', 403, 'You decided the first time, so that somebody else of your organisation looks at it now. Ask a colleague; nothing was changed.');

export const notToAppeal = (): AppError =>
  new AppError('recruiters.not_to_appeal', 409, 'This decision cannot be looked at again here: it is not against you, you have asked already, or it answered you. Nothing was sent.');

export const accessEnded = (): AppError =>
  new AppError('recruiters.nothing_to_look_at', 409, 'The organisation can no longer read your interview, so nobody could look at it again. Nothing was sent.');
