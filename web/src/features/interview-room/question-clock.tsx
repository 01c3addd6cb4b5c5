import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type ClockQuestion, inWords, type Pace, paces, showSeconds } from './clock-time.js';
import styles from './clock.module.css';
import { type QuestionClock as Clock } from './use-question-clock.js';

const words: Readonly<Record<Pace, string>> = { usual: 'As suggested', double: 'Twice as long', triple: 'Three times as long', off: 'Off' };

interface Props {
  clock: Clock | null;
  question: ClockQuestion;
  pace: Pace;
  onPace: (pace: Pace) => void;
  onReady: () => void;
}

/** Time to think, then a clock beside the answer. It stops nobody from writing, and anybody may lengthen it or turn it off. */
export function QuestionClock({ clock, question, pace, onPace, onReady }: Props) {
  return (
    <div className={styles.clock}>
      {clock && <Face clock={clock} question={question} onReady={onReady} />}
      <label className={styles.pace}>
        Clock
        <select value={pace} onChange={(event) => { const chosen = paces.find((each) => each === event.currentTarget.value); if (chosen) onPace(chosen); }}>
          {paces.map((each) => <option key={each} value={each}>{words[each]}</option>)}
        </select>
      </label>
    </div>
  );
}

function Face({ clock: { time }, question, onReady }: { clock: Clock; question: ClockQuestion; onReady: () => void }) {
  const thinking = time.phase === 'thinking';
  return (
    <>
      <p className={styles.face} data-phase={time.phase} role="timer" aria-label={thinking ? 'Time to think' : 'Time since you began'}>
        <IconClock size={18} stroke={1.5} aria-hidden />
        {thinking ? <>Time to think: <strong>{showSeconds(time.seconds)}</strong></> : <><strong>{showSeconds(time.seconds)}</strong> <span className={styles.soft}>said aloud, a good answer takes about {inWords(question.answerSeconds)}</span></>}
      </p>
      <p role="status" className="visually-hidden">{time.says}</p>
      {thinking && <Button variant="subtle" size="compact-sm" onClick={onReady}>I am ready</Button>}
    </>
  );
}
