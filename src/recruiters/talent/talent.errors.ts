import { AppError } from '../../kernel/index.js';

export const adultsOnly = (age: number): AppError =>
  new AppError('recruiters.adults_only', 403, `Only people of ${age} or older can be found by recruiters. You stay hidden, and nobody was shown anything.`);

export const profileTooThin = (): AppError =>
  new AppError('recruiters.profile_too_thin', 409, 'Recruiters need something to find you by. Write a headline and name at least one skill in your profile, then try again. Until then you stay hidden.');

export const minimumNotShared = (): AppError =>
  new AppError('recruiters.minimum_not_shared', 422, 'Your headline and your skills are the least that recruiters are shown. Leave both on, or stay hidden. Nothing was changed.');
