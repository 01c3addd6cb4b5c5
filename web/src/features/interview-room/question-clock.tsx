import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type ClockQuestion, inWords, type Pace, showSeconds } from './clock-time.js';
import styles from './clock.module.css';
import { PaceChoice } from './pace-choice.js';
import { type QuestionClock as Clock } from './use-question-clock.js';

interface Props {
  clock: Clock | null;
  question: ClockQuestion;
  pace: Pace;
  onPace: (pace: Pace) => void;
  onReady: () => void;
}

/** Time to think, then a clock beside the answer. Anybody may lengthen it or turn it off, at any time and without a reason. */
export function QuestionClock({ clock, question, pace, onPace, onReady }: Props) {
  return (
    <div className={styles.clock}>
      {clock && <Face clock={clock} question={question} onReady={onReady} />}
      <PaceChoice pace={pace} onPace={onPace} label="Clock" />
      {question.ends && <p className={styles.right}>You may slow the clock down or turn it off whenever you like. Nobody asks why, and it changes no score.</p>}
    </div>
  );
}

function Face({ clock: { time }, question, onReady }: { clock: Clock; question: ClockQuestion; onReady: () => void }) {
  const thinking = time.phase === 'thinking';
  return (
    <>
      <p className={styles.face} data-phase={time.phase} role="timer" aria-label={nameOf(time.phase, question)}>
        <IconClock size={18} stroke={1.5} aria-hidden />
        {thinking ? <>Time to think: <strong>{showSeconds(time.seconds)}</strong></> : <Writing time={time} question={question} />}
      </p>
      <p role="status" className="visually-hidden">{time.says}</p>
      {thinking && <Button variant="subtle" size="compact-sm" onClick={onReady}>I am ready</Button>}
    </>
  );
}

function Writing({ time, question }: { time: Clock['time']; question: ClockQuestion }) {
  if (time.phase === 'ready') return <>Record when you are ready. Nothing starts by itself.</>;
  if (time.phase === 'over') return <>The time is over.</>;
  if (question.ends) return <>Time to write: <strong>{showSeconds(time.seconds)}</strong></>;
  return <><strong>{showSeconds(time.seconds)}</strong> <span className={styles.soft}>said aloud, a good answer takes about {inWords(question.answerSeconds)}</span></>;
}

function nameOf(phase: Clock['time']['phase'], { ends }: ClockQuestion): string {
  if (phase === 'thinking' || phase === 'ready') return 'Time to think';
  return ends ? 'Time left to write' : 'Time since you began';
}
