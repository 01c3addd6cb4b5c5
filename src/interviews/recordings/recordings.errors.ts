import { AppError } from '../../kernel/index.js';

export const containerUnknown = (): AppError =>
  new AppError('interviews.container_unknown', 415, 'Your browser records in a form that cannot be played here. Nothing was begun: type this answer, or use another browser.');

export const noRetakesLeft = (most: number): AppError =>
  new AppError('interviews.no_retakes_left', 409, `This question can be spoken ${most === 1 ? 'once' : `${most} times`}, and that is done. Your last take is as it was; you can still type.`);

export const chunkDiffers = (): AppError =>
  new AppError('interviews.chunk_differs', 409, 'Another piece of this recording arrived in this place before. The first one is kept.');

export const chunkNotBytes = (): AppError =>
  new AppError('interviews.chunk_not_bytes', 415, 'A piece of a recording is sent as its bare bytes (application/octet-stream), and must not be empty. Nothing of it was kept.');

export const chunkTooLarge = (most: number): AppError =>
  new AppError('interviews.chunk_too_large', 413, `A piece of a recording can have at most ${inMegabytes(most)} MB. Nothing of it was kept.`);

export const recordingTooLarge = (most: number): AppError =>
  new AppError('interviews.recording_too_large', 413, `A recording can have at most ${inMegabytes(most)} MB. What arrived before is kept; stop here, and use it as it is.`);

export const recordingsFull = (most: number): AppError =>
  new AppError('interviews.recordings_full', 413, `Your recordings can take up ${inMegabytes(most)} MB here, all together. What arrived of this one is kept: use it as it is, or delete recordings you no longer need.`);

export const tooManyChunks = (most: number): AppError =>
  new AppError('interviews.too_many_chunks', 409, `A recording can come in ${most} pieces at most. What arrived before is kept; stop here, and use it as it is.`);

export const tooManyParts = (most: number): AppError =>
  new AppError('interviews.too_many_parts', 409, `A recording can be gone on with ${most - 1} times. What arrived before is kept: use it as it is, or record it anew.`);

export const recordingComplete = (): AppError =>
  new AppError('interviews.recording_complete', 409, 'This recording was completed already, so nothing can be added to it. It is as it was.');

export const chunksMissing = (): AppError =>
  new AppError('interviews.chunks_missing', 409, 'Some pieces of this recording have not arrived yet. What is there is kept: send the others, then it can be completed.');

/** `places` are questions as people call them: "2", "the follow-up to 4". */
export const transcriptMissing = (places: readonly string[], positions: readonly number[]): AppError =>
  new AppError(
    'interviews.transcript_missing', 409,
    `You spoke your answer to question ${new Intl.ListFormat('en').format(places)}, but its words are missing, and without them it cannot be judged. Write down what you said, or throw the take away. Everything is still open.`,
    { fields: Object.fromEntries(positions.map((position) => [`answers.${position}`, 'Write down what you said, or throw the take away.'])) },
  );

const inMegabytes = (bytes: number): number => Math.floor(bytes / 1_048_576);
