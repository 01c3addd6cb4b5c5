import { type RefObject, useEffect, useRef } from 'react';
import { type AnswerKeeper } from './answer-keeper.js';
import { type ClockQuestion, type Pace } from './clock-time.js';
import { QuestionClock } from './question-clock.js';
import styles from './room.module.css';
import { TimeOver } from './time-over.js';
import { useQuestionClock } from './use-question-clock.js';

interface Props {
  /** What the clock of this question is known by; null where nothing is remembered. */
  clockKey: string | null;
  timed: ClockQuestion;
  keeper: Pick<AnswerKeeper, 'type' | 'flush'>;
  text: string;
  pace: Pace;
  onPace: (pace: Pace) => void;
}

/** The sheet to write an answer on, and its clock. */
export function TypedAnswer({ clockKey, timed, keeper, text, pace, onPace }: Props) {
  const sheet = useRef<HTMLTextAreaElement>(null);
  const clock = useQuestionClock(clockKey, timed, pace, text.trim() !== '');
  const over = clock?.time.phase === 'over';
  useEffect(() => {
    if (over) void keeper.flush();
  }, [over, keeper]);
  return (
    <>
      <QuestionClock clock={clock} question={timed} pace={pace} onPace={onPace} onReady={() => { clock?.begin(); sheet.current?.focus(); }} />
      <Sheet text={text} sheet={sheet} over={over} onType={(typed) => { clock?.begin(); keeper.type(typed); }} onLeave={() => void keeper.flush()} />
      {over && <TimeOver onLonger={() => { onPace('off'); sheet.current?.focus(); }} />}
    </>
  );
}

interface SheetProps {
  text: string;
  sheet: RefObject<HTMLTextAreaElement | null>;
  over: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
}

function Sheet({ text, sheet, over, onType, onLeave }: SheetProps) {
  return (
    <textarea
      id="answer" ref={sheet} className={styles.sheet} value={text} aria-describedby="answer-state" autoComplete="off" spellCheck readOnly={over}
      onChange={(event) => onType(event.target.value)} onBlur={onLeave}
    />
  );
}
