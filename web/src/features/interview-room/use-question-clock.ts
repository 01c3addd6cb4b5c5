import { useCallback, useEffect, useState } from 'react';
import { keepForThisTab, readFromThisTab } from '../../lib/tab-storage.js';
import { type ClockMarks, type ClockQuestion, type ClockTime, clockTime, type Pace } from './clock-time.js';

export interface QuestionClock {
  readonly time: ClockTime;
  /** Ends the time to think. */
  readonly begin: () => void;
}

/** Runs the clock of a question from the moment it is first seen in this tab; without a key, from the moment it is shown. Null when it is off, or when it ends nothing and the answer was written before. */
export function useQuestionClock(key: string | null, question: ClockQuestion, pace: Pace, hasAnswer: boolean): QuestionClock | null {
  const [marks, setMarks] = useState<ClockMarks | null>(() => (key === null ? null : marksOf(key)) ?? firstMarks(question.ends, hasAnswer));
  const [now, setNow] = useState(() => Date.now());
  const running = marks !== null && pace !== 'off';
  useEffect(() => {
    if (key !== null && marks !== null) keepForThisTab(`clock:${key}`, JSON.stringify(marks));
  }, [key, marks]);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  const begin = useCallback(() => {
    setNow(Date.now());
    setMarks((before) => (before && before.begun === null ? { ...before, begun: Date.now() } : before));
  }, []);
  return marks !== null && pace !== 'off' ? { time: clockTime(question, pace, marks, now), begin } : null;
}

function firstMarks(ends: boolean, hasAnswer: boolean): ClockMarks | null {
  if (hasAnswer && !ends) return null;
  return { seen: Date.now(), begun: hasAnswer ? Date.now() : null };
}

function marksOf(key: string): ClockMarks | null {
  const value: unknown = JSON.parse(readFromThisTab(`clock:${key}`) ?? 'null');
  return isMarks(value) ? value : null;
}

function isMarks(value: unknown): value is ClockMarks {
  return typeof value === 'object' && value !== null && 'seen' in value && typeof value.seen === 'number'
    && 'begun' in value && (value.begun === null || typeof value.begun === 'number');
}
