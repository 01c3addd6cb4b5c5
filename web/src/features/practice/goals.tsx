import { Textarea } from '@mantine/core';
import styles from './practice.module.css';

/** As the server takes it. */
const MOST_CHARACTERS = 1_000;

/** What somebody wants to get out of it; nobody has to say. */
export function Goals({ text, onType }: { text: string; onType: (text: string) => void }) {
  return (
    <Textarea
      id="goals" label="Your goals, if you have any" value={text} onChange={(event) => onType(event.currentTarget.value)} maxLength={MOST_CHARACTERS} rows={3}
      description="What you want to get better at, such as talking about conflict or explaining things clearly. It is asked about first, and the report comes back to it." classNames={{ input: styles.pasted ?? '' }}
    />
  );
}
