import { Textarea } from '@mantine/core';
import { count } from '../../lib/format.js';
import styles from './practice.module.css';

/** As the server takes it. */
const MOST_CHARACTERS = 20_000;

export const tooLong = (text: string): boolean => text.length > MOST_CHARACTERS;

/** The advertisement, pasted; nobody has to have one. */
export function JobDescription({ text, refused, onType }: { text: string; refused: string | null; onType: (text: string) => void }) {
  const over = text.length - MOST_CHARACTERS;
  return (
    <Textarea
      id="job-description" label="Job description, if you have one" value={text} onChange={(event) => onType(event.currentTarget.value)}
      description="Paste the advertisement. What it asks for is asked about first. It stays with this interview, only you see it, and it is deleted with it."
      error={over > 0 ? `Shorten it by ${count(over, 'character')}.` : refused} classNames={{ input: styles.pasted ?? '' }} rows={5}
    />
  );
}
