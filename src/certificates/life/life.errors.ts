import { AppError } from '../../kernel/index.js';

export const suspendedNow = (): AppError =>
  new AppError('certificates.suspended', 409, 'Whoever runs this place is looking into this certificate. It can be corrected once that is done. Nothing was changed.');

export const correctedAlready = (): AppError =>
  new AppError('certificates.corrected_already', 409, 'A corrected one is being made already, maybe from another tab. Nothing was changed: look at how far it is.');

export const nothingToCorrect = (): AppError =>
  new AppError('certificates.nothing_to_correct', 422, 'The new one would say the same. Nothing was changed.', { fields: { name: 'This is the name it has.' } });
