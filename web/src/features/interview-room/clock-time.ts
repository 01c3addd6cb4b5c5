/** How much longer than suggested the clock runs; `off` is nobody's concern but the candidate's. */
export const paces = ['usual', 'double', 'triple', 'off'] as const;
export type Pace = (typeof paces)[number];

const FACTOR: Readonly<Record<Exclude<Pace, 'off'>, number>> = { usual: 1, double: 2, triple: 3 };
/** Announced once, so that nobody who cannot see the clock is surprised. */
const SOON_SECONDS = 10;

export const isPace = (value: unknown): value is Pace => paces.some((pace) => pace === value);

export interface ClockQuestion {
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
}

/** When a question was first seen, and when its answer was begun; in milliseconds. */
export interface ClockMarks {
  readonly seen: number;
  readonly begun: number | null;
}

export interface ClockTime {
  readonly phase: 'thinking' | 'answering';
  /** Seconds left to think, or seconds since the answer began. */
  readonly seconds: number;
  /** What a screen reader says when it changes; it changes four times at most. */
  readonly says: string;
}

/** The clock of a question at a moment. Thinking ends by itself, or when writing begins; nothing ever cuts an answer off. */
export function clockTime({ thinkSeconds, answerSeconds }: ClockQuestion, pace: Exclude<Pace, 'off'>, { seen, begun }: ClockMarks, now: number): ClockTime {
  const think = thinkSeconds * FACTOR[pace];
  const left = Math.ceil(think - (now - seen) / 1000);
  if (begun === null && left > 0) {
    const says = left <= SOON_SECONDS && think > 2 * SOON_SECONDS ? `${SOON_SECONDS} seconds left to think.` : `You have ${inWords(think)} to think. You may write at any time.`;
    return { phase: 'thinking', seconds: Math.min(left, think), says };
  }
  const since = begun ?? seen + think * 1000;
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const answer = answerSeconds * FACTOR[pace];
  const thinkingIsOver = begun === null ? 'The time to think is over. ' : '';
  const says = seconds < answer ? `${thinkingIsOver}Take the time you need; nothing is cut off.` : `${capitalised(inWords(answer))} have gone by. Go on as long as you like.`;
  return { phase: 'answering', seconds, says };
}

/** "1:05". */
export const showSeconds = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** "30 seconds", "2 minutes", "1 minute and 30 seconds". */
export function inWords(seconds: number): string {
  const said = [[Math.floor(seconds / 60), 'minute'], [seconds % 60, 'second']] as const;
  return said.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}${amount === 1 ? '' : 's'}`).join(' and ');
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
