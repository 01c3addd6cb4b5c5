import { AppError } from '../../kernel/index.js';
import { type ReadingFault, type ReadingLimits } from './reading.js';

const KEPT_NOTHING = 'Nothing of it was kept.';

/** `candidates.resume_too_large`: more bytes than the policy allows. */
export function resumeTooLarge(bytes: number): AppError {
  const megabytes = Math.round((bytes / 1_048_576) * 10) / 10;
  return refusal('resume_too_large', 413, `This file is larger than ${megabytes} MB. ${KEPT_NOTHING} Save it without pictures, or with smaller ones, and choose it again.`);
}

/** `candidates.resume_unknown_format`: neither PDF nor DOCX nor text. */
export function resumeIsOfUnknownFormat(): AppError {
  return refusal('resume_unknown_format', 415, `This file is no PDF, no Word file (DOCX) and no plain text, whatever its name says. ${KEPT_NOTHING} Save your resume as a PDF and choose that file.`);
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
  if (fault === 'unknown_format') return resumeIsOfUnknownFormat();
  const [code, status, happened, advice] = SAYINGS[fault];
  return refusal(code, status, `${happened.replace('{pages}', String(pages)).replace('{characters}', characters.toLocaleString('en'))} ${KEPT_NOTHING} ${advice}`);
}

type Saying = readonly [code: string, status: 413 | 422, happened: string, advice: string];

const ONLY_THE_RESUME = 'Choose a file that holds only your resume.';

/** What each fault is called, what happened, and what to do. */
const SAYINGS: Readonly<Record<Exclude<ReadingFault, 'unknown_format'>, Saying>> = {
  encrypted: ['resume_encrypted', 422, 'This file opens only with a password.', 'Save it without a password and choose it again.'],
  has_macros: ['resume_has_macros', 422, 'This Word file holds macros, which are small programs, so we did not read it.', 'Save it as a PDF, or as a Word file without macros, and choose it again.'],
  too_many_pages: ['resume_too_many_pages', 422, 'This file has more than {pages} pages.', ONLY_THE_RESUME],
  too_long: ['resume_too_large', 413, 'This file holds more than {characters} characters of text.', ONLY_THE_RESUME],
  too_much_inside: ['resume_too_much_inside', 422, 'This file unpacks to far more than a resume holds.', 'Save your resume as a PDF without pictures and choose it again.'],
  no_text: ['resume_has_no_text', 422, 'We found hardly any text in this file; it may be empty, or a scan, which is a picture of text.', 'Save your resume as a PDF from the program you wrote it in, or go on without one.'],
  hidden_text: ['resume_has_hidden_text', 422, 'This file holds text that nobody can see: in white, too small, without ink, or beyond the page.', 'Save your resume as a PDF without that text and choose it again; whoever reads it should see what we read.'],
  disguised: ['resume_disguised', 422, 'This file turns its text around with invisible signs, so that people see something else than what is written in it.', 'Save your resume as a new PDF and choose it again.'],
  unreadable: ['resume_unreadable', 422, 'This file is damaged or built in a way we cannot read.', 'Save it as a new PDF and choose it again.'],
};

function refusal(code: string, status: 413 | 415 | 422, message: string): AppError {
  return new AppError(`candidates.${code}`, status, message, { fields: { resume: message } });
}
