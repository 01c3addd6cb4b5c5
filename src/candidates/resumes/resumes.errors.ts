import { AppError } from '../../kernel/index.js';
import { type ReadingFault, type ReadingLimits } from './reading.js';

const KEPT_NOTHING = 'Nothing of it was kept.';

/** `candidates.resume_too_large`: more bytes than the policy allows. */
export function resumeTooLarge(bytes: number): AppError {
  const megabytes = Math.round((bytes / 1_048_576) * 10) / 10;
  return refusal('resume_too_large', 413, `This file is larger than ${megabytes} MB. ${KEPT_NOTHING} Save it without pictures, or with smaller ones, and choose it again.`);
}

/** `candidates.resume_not_a_pdf`. */
export function resumeIsNoPdf(): AppError {
  return refusal('resume_not_a_pdf', 415, `This file is not a PDF, whatever its name says. ${KEPT_NOTHING} Save your resume as a PDF and choose that file.`);
}

/** `candidates.resume_took_too_long`. */
export function resumeTookTooLong(seconds: number): AppError {
  return refusal('resume_took_too_long', 422, `Reading this file took longer than ${seconds} seconds, so we stopped. ${KEPT_NOTHING} Save your resume as a new, simpler PDF and choose it again.`);
}

/** `candidates.resume_desk_busy`: too many resumes are being read at this moment. */
export function resumeDeskBusy(retryAfterSeconds: number): AppError {
  const message = `Many resumes are being read at this moment, and yours was not among them. ${KEPT_NOTHING} Choose it again in ${retryAfterSeconds} seconds.`;
  return new AppError('candidates.resume_desk_busy', 503, message, { retryAfterSeconds });
}

/** The error for what the reading found, `candidates.resume_…`. */
export function resumeFault(fault: ReadingFault, { pages, characters }: ReadingLimits): AppError {
  switch (fault) {
    case 'not_a_pdf':
      return resumeIsNoPdf();
    case 'encrypted':
      return refusal('resume_encrypted', 422, `This PDF opens only with a password. ${KEPT_NOTHING} Save it without a password and choose it again.`);
    case 'too_many_pages':
      return refusal('resume_too_many_pages', 422, `This PDF has more than ${pages} pages. ${KEPT_NOTHING} Choose a file that holds only your resume.`);
    case 'too_long':
      return refusal('resume_too_large', 413, `This PDF holds more than ${characters.toLocaleString('en')} characters of text. ${KEPT_NOTHING} Choose a file that holds only your resume.`);
    case 'no_text':
      return refusal('resume_has_no_text', 422, `We found hardly any text in this PDF; it may be empty, or a scan, which is a picture of text. ${KEPT_NOTHING} Save your resume as a PDF from the program you wrote it in, or go on without one.`);
    case 'unreadable':
      return refusal('resume_unreadable', 422, `This PDF is damaged or built in a way we cannot read. ${KEPT_NOTHING} Save it as a new PDF and choose it again.`);
  }
}

function refusal(code: string, status: 413 | 415 | 422, message: string): AppError {
  return new AppError(`candidates.${code}`, status, message, { fields: { resume: message } });
}
