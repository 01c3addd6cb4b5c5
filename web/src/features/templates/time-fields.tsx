import { NativeSelect } from '@mantine/core';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';
import { showSeconds } from './words.js';

const THINKING = [5, 15, 30, 45, 60, 90, 120, 180, 300];
const ANSWERING = [30, 60, 90, 120, 150, 180, 240, 300];

interface Props {
  field: string;
  think: number;
  answer: number;
  faultOf: Part['faultOf'];
  onChange: (times: { thinkSeconds?: number; answerSeconds?: number }) => void;
}

/** How long one thinks and speaks; whoever needs longer lengthens it by right. */
export function TimeFields({ field, think, answer, faultOf, onChange }: Props) {
  return (
    <div className={styles.pair}>
      <NativeSelect id={`${field}.thinkSeconds`} label="Time to think" value={String(think)} data={times(THINKING, think)} onChange={(event) => onChange({ thinkSeconds: Number(event.currentTarget.value) })} />
      <NativeSelect id={`${field}.answerSeconds`} label="Time to answer" value={String(answer)} data={times(ANSWERING, answer)} error={faultOf(`${field}.answerSeconds`)} onChange={(event) => onChange({ answerSeconds: Number(event.currentTarget.value) })} />
    </div>
  );
}

const times = (known: readonly number[], value: number): { value: string; label: string }[] =>
  [...new Set([...known, value])].sort((a, b) => a - b).map((seconds) => ({ value: String(seconds), label: showSeconds(seconds) }));
