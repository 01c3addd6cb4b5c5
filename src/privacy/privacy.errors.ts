import { AppError } from '../kernel/index.js';

export const objected = (): AppError =>
  new AppError('privacy.objected', 409, 'You objected to this use of your data, or restricted all of it. Take that back in the privacy centre first. Nothing was changed.');

export const gpcWins = (): AppError =>
  new AppError('privacy.gpc_wins', 409, 'Your browser asks not to sell or share your data (Global Privacy Control), and that counts. Turn it off there first. Nothing was changed.');
