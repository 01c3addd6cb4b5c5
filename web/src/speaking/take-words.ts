import { type TakeEnd } from './take-recorder.js';

const MINUTE = 60;
/** Said once, so that nobody who does not look at the clock is cut off without a warning. */
const SOON_SECONDS = 30;

/** "1:05". */
export function showElapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`;
}

/** What a screen reader says while one records; it changes twice at most. */
export const sayRecording = (elapsedMs: number, maxSeconds: number): string =>
  maxSeconds - elapsedMs / 1000 <= SOON_SECONDS && maxSeconds > 2 * SOON_SECONDS ? `${SOON_SECONDS} seconds left.` : 'Recording.';

/** How a recording ended, where it was not you who stopped it. */
export const sayEnd: Readonly<Record<TakeEnd, string | null>> = {
  stopped: null,
  time_over: 'The time for an answer is over, so recording has stopped. All of it is here.',
  device_lost: 'Your camera or microphone went away, so recording has stopped. What was recorded until then is here. Connect it again to go on.',
  failed: 'Your browser stopped recording and does not say why. What was recorded until then is here, and you can go on.',
};

export function sayRetakes(left: number): string {
  if (left === 0) return 'This was the last take of this question.';
  if (left === Infinity) return '';
  return left === 1 ? 'You can record again once.' : `You can record again ${left} times.`;
}
