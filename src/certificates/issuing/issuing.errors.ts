import { AppError } from '../../kernel/index.js';

export const notEarned = (because: string): AppError =>
  new AppError('certificates.not_earned', 409, `This interview earns no certificate: ${because} Your report is as it was.`);

export const alreadyAsked = (): AppError =>
  new AppError('certificates.already_asked', 409, 'This certificate was asked for already, maybe in another tab. Nothing was changed: look at how far it is.');

export const alreadyDecided = (): AppError =>
  new AppError('certificates.already_decided', 409, 'Nobody has to decide about this certificate, or not any more. Nothing was changed.');

export const certificateOver = (): AppError =>
  new AppError('certificates.over', 409, 'This certificate has ended, so there is nothing left of it to show or to change. Nothing was done.');

export const notIssued = (): AppError =>
  new AppError('certificates.not_issued', 409, 'This certificate is not issued yet. Nothing was changed: look at how far it is.');

export const suspendedAlready = (): AppError =>
  new AppError('certificates.suspended_already', 409, 'This certificate is suspended already, maybe by a colleague. Nothing was changed.');

export const notSuspended = (): AppError =>
  new AppError('certificates.not_suspended', 409, 'This certificate is not suspended, or not any more. Nothing was changed.');

export const ownCertificate = (): AppError =>
  new AppError('certificates.own_certificate', 403, 'This is a certificate of yours, so somebody else has to decide about it.');

export const noReason = (): AppError =>
  new AppError('certificates.no_reason', 422, 'Say why. Whoever asked for the certificate reads it.', { fields: { reason: 'Say why.' } });

export const nameUnfit = (): AppError =>
  new AppError('certificates.name_unfit', 422, 'A name has letters and at most 200 characters, all of them visible. Nothing was changed.', { fields: { name: 'Use letters, at most 200 characters, none that cannot be seen, and no word of more than 60.' } });

export const nameUnprintable = (characters: readonly string[]): AppError =>
  new AppError('certificates.name_unprintable', 422, `We cannot print ${characters.slice(0, 5).join(' ')}. Write the name in letters of Latin, Greek, Cyrillic, Devanagari or Arabic. Nothing was changed.`, {
    fields: { name: `We cannot print ${characters.slice(0, 5).join(' ')}. Use letters of Latin, Greek, Cyrillic, Devanagari or Arabic.` },
  });

export const noSuchClip = (): AppError =>
  new AppError('certificates.no_such_clip', 422, 'This video is not there any more, or is not part of this interview. Choose another one, or none. Nothing was issued.', { fields: { takeId: 'Choose another video, or none.' } });
