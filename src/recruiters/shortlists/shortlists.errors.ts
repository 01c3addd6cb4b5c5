import { AppError } from '../../kernel/index.js';

export const nameTaken = (): AppError =>
  new AppError('recruiters.shortlist_name_taken', 409, 'Your organisation has a shortlist of this name already. Choose another name; nothing was changed.', {
    fields: { name: 'Choose another name.' },
  });

export const shortlistsFull = (most: number): AppError =>
  new AppError('recruiters.shortlists_full', 409, `Your organisation has ${most} shortlists already. Delete one you no longer need, then make a new one.`);

export const shortlistFull = (most: number): AppError =>
  new AppError('recruiters.shortlist_full', 409, `A shortlist holds ${most} people at most. Remove some, or begin another; nobody was added.`);

export const notesFull = (most: number): AppError =>
  new AppError('recruiters.notes_full', 409, `There are ${most} notes about this person already. Delete one you no longer need; yours was not kept.`);

export const noLongerAvailable = (): AppError =>
  new AppError('recruiters.no_longer_available', 409, 'This person is no longer available to your organisation. Nothing was changed.');
