import { AppError } from '../../kernel/index.js';

export const clipSettled = () =>
  new AppError('certificates.clip_settled', 409, 'A video goes into a certificate before it is issued, and this one has been asked for. Nothing was changed.');
