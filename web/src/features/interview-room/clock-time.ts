/** How much longer than suggested the clock runs; `off` is nobody's concern but the candidate's. */
export const paces = ['usual', 'double', 'triple', 'off'] as const;
export type Pace = (typeof paces)[number];

const FACTOR: Readonly<Record<Exclude<Pace, 'off'>, number>> = { usual: 1, double: 2, triple: 3 };
/** Announced once, so that nobody who cannot see the clock is surprised. */
const SOON_SECONDS = 10;
/** The bank's times are those of a spoken answer; most people type at a third of the pace they speak at. */
const TYPING = 3;
const LAST_MINUTE = 60;

export const isPace = (value: unknown): value is Pace => paces.some((pace) => pace === value);

export interface ClockQuestion {
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
  /** Whether the clock ends the answer, as in an interview without help; else it only tells how long one has been writing. */
  readonly ends: boolean;
  /** Whether the answer is spoken: thinking is timed here, the answer by what records it. */
  readonly spoken: boolean;
}

/** When a question was first seen, and when its answer was begun; in milliseconds. */
export interface ClockMarks {
  readonly seen: number;
  readonly begun: number | null;
}

export interface ClockTime {
  readonly phase: 'thinking' | 'ready' | 'answering' | 'over';
  /** Seconds left to think or, where the clock ends the answer, to write; else seconds since the answer began. */
  readonly seconds: number;
  /** What a screen reader says when it changes; it changes five times at most. */
  readonly says: string;
}

/** How long an answer may take to write. */
const writingSeconds = ({ answerSeconds }: ClockQuestion, pace: Exclude<Pace, 'off'>): number => answerSeconds * TYPING * FACTOR[pace];

/** How long a spoken answer may be, in seconds; `most` is what the place allows. */
export const speakingSeconds = ({ answerSeconds, ends }: ClockQuestion, pace: Pace, most: number): number =>
  (ends && pace !== 'off' ? Math.min(most, answerSeconds * FACTOR[pace]) : most);

/** The clock of a question at a moment. Thinking ends by itself, or when writing begins. */
export function clockTime(question: ClockQuestion, pace: Exclude<Pace, 'off'>, { seen, begun }: ClockMarks, now: number): ClockTime {
  const think = question.thinkSeconds * FACTOR[pace];
  const left = Math.ceil(think - (now - seen) / 1000);
  if (begun === null && left > 0) {
    const says = left <= SOON_SECONDS && think > 2 * SOON_SECONDS ? `${SOON_SECONDS} seconds left to think.` : `You have ${inWords(think)} to think. You may ${question.spoken ? 'record' : 'write'} at any time.`;
    return { phase: 'thinking', seconds: Math.min(left, think), says };
  }
  if (question.spoken) return { phase: 'ready', seconds: 0, says: begun === null ? 'The time to think is over. Record when you are ready: nothing starts by itself.' : '' };
  const since = begun ?? seen + think * 1000;
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const thinkingIsOver = begun === null ? 'The time to think is over. ' : '';
  return question.ends ? countdown(writingSeconds(question, pace), seconds, thinkingIsOver) : countUp(question.answerSeconds * FACTOR[pace], seconds, thinkingIsOver);
}

function countUp(usual: number, seconds: number, before: string): ClockTime {
  const says = seconds < usual ? `${before}Take the time you need; nothing is cut off.` : `${capitalised(inWords(usual))} have gone by. Go on as long as you like.`;
  return { phase: 'answering', seconds, says };
}

function countdown(whole: number, spent: number, before: string): ClockTime {
  const left = whole - spent;
  if (left <= 0) return { phase: 'over', seconds: 0, says: 'The time is over. What you wrote is kept.' };
  return { phase: 'answering', seconds: left, says: left <= LAST_MINUTE && whole > 2 * LAST_MINUTE ? 'One minute left to write.' : `${before}You have ${inWords(whole)} to write.` };
}

/** "1:05". */
export const showSeconds = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** "30 seconds", "2 minutes", "1 minute and 30 seconds". */
export function inWords(seconds: number): string {
  const said = [[Math.floor(seconds / 60), 'minute'], [seconds % 60, 'second']] as const;
  return said.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}${amount === 1 ? '' : 's'}`).join(' and ');
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
