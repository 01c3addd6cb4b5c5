import { type ComponentType, type ReactNode } from 'react';
import { type AnswerKind, type Feedback, type Interview } from '../../api/schema.js';
import { type PlayedPart } from '../../speaking/played-part.js';
import { type GuestReport } from './examiner-words.js';

/** How much longer than suggested the clock runs. */
export type Pace = 'usual' | 'double' | 'triple' | 'off';

export interface Timed {
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
  readonly ends: boolean;
  readonly spoken: boolean;
}

interface Paced {
  pace: Pace;
  onPace: (pace: Pace) => void;
}

/** What a guest's interview is drawn with: the same parts that everybody else's is. */
export interface GuestParts {
  AnswerKindChoice: ComponentType<{ kind: AnswerKind; onChoose: (kind: AnswerKind) => void; kept: string }>;
  HelpChoice: ComponentType<{ mode: Interview['mode']; onChoose: (mode: Interview['mode']) => void }>;
  KindSwitch: ComponentType<{ name: string; kind: AnswerKind; disabled: boolean; onChoose: (kind: AnswerKind) => void }>;
  TypedAnswer: ComponentType<Paced & { clockKey: null; timed: Timed; keeper: Sheet; text: string }>;
  ThinkingClock: ComponentType<Paced & { timed: Timed }>;
  /** `source`: where the question can be heard; null for this device alone, undefined as long as it is not known. */
  ReadAloud: ComponentType<{ text: string; source: string | null | undefined; silent: boolean }>;
  Opinion: ComponentType<{ feedback: Feedback }>;
  Accommodation: ComponentType<Paced & { onTypeAll: (() => void) | null; lasts: boolean }>;
  /** How long a spoken answer may be, in seconds; `most` is what the place allows. */
  speakingSeconds: (timed: Timed, pace: Pace, most: number) => number;
  /** How the report is shown; `played` is what was recorded in this page of an answer, and of that to its follow-up. */
  review: (report: GuestReport, mark: string, played: (position: number) => { answer: readonly PlayedPart[]; followUp: readonly PlayedPart[] }) => ReactNode;
  /** What going through it once more is called, and what comes of it. */
  again: { says: string; verb: string };
  /** What one can do next. */
  onward: ReactNode;
}

/** What a sheet writes to. */
export interface Sheet {
  type: (text: string) => void;
  flush: () => Promise<boolean>;
}
