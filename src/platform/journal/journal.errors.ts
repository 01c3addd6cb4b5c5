import { AppError } from '../../kernel/index.js';

const AGAIN_IN_SECONDS = 20;

/** `why`: the code of what went wrong, such as `ENOSPC`. */
export const notWritten = (why: string): AppError =>
  new AppError('journal.not_written', 503, `The journal cannot be written (${why}). It is tried again every ${AGAIN_IN_SECONDS} seconds.`, { retryAfterSeconds: AGAIN_IN_SECONDS });

export const noJournal = (where: string): AppError =>
  new AppError('journal.none', 503, `There is no journal in ${where}, so whoever was deleted since the backup would come back. Put it there, or set JOURNAL_DIR or S3_BUCKET as the workers have it; if it is lost, or nothing was ever deleted, say --without-journal, and read docs/backup.md first.`);
