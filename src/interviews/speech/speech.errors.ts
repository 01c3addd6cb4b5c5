import { AppError } from '../../kernel/index.js';

export const soundUnreadable = (): AppError =>
  new AppError('interviews.sound_unreadable', 415, 'This is not sound in the form that can be written down here (WAV of one channel, 16 bit, 16 000 samples a second). Nothing of it was kept; write down what you said.');

export const soundTooLong = (seconds: number): AppError =>
  new AppError('interviews.sound_too_long', 413, `The sound of one answer can be ${Math.floor(seconds / 60)} minutes long at most. Nothing of it was kept; write down what you said.`);

export const soundCutOff = (): AppError =>
  new AppError('interviews.sound_cut_off', 400, 'The sound of your answer arrived in part only, and nothing of it was kept. Send it again, or write down what you said.');

export const nothingHeard = (): AppError =>
  new AppError('interviews.nothing_heard', 422, 'Nothing could be heard in this recording. Record it again, or write down what you said.');

export const transcriberNotOffered = (): AppError =>
  new AppError('interviews.transcriber_not_offered', 409, 'Nobody here writes down what is said. Nothing was sent to anybody; write down what you said.');

export const transcribersBusy = (): AppError =>
  new AppError('interviews.transcribers_busy', 503, 'Many answers are being written down right now. Nothing was lost: try again in a moment, or write down what you said.', { retryAfterSeconds: 10 });

export const voiceNotOffered = (): AppError =>
  new AppError('interviews.voice_not_offered', 404, 'Nobody here reads this question aloud. Your browser may have a voice of its own.');

export const noConsentToTranscriber = (): AppError =>
  new AppError('consent.required', 403, 'You do not allow anybody to write down what you say. No sound was sent on; write it down yourself, or allow it.');

export const noConsentToVoice = (): AppError =>
  new AppError('consent.required', 403, 'This question was written for you, and you do not allow anybody to read it aloud. It was sent to nobody.');

export const voicesBusy = (): AppError =>
  new AppError('interviews.voices_busy', 503, 'Many questions are being read aloud right now. The question stands on the page; try to hear it again in a moment.', { retryAfterSeconds: 10 });

/** Read by nobody: whoever asked has hung up. */
export const hungUp = (): AppError => new AppError('interviews.hung_up', 400, 'You did not wait for it, so it was broken off.');
