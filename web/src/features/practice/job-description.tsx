import { Textarea } from '@mantine/core';
import { type ReactNode } from 'react';
import { count } from '../../lib/format.js';
import styles from './practice.module.css';

/** As the server takes it. */
const MOST_CHARACTERS = 20_000;

export const tooLong = (text: string): boolean => text.length > MOST_CHARACTERS;

/** What fills the field from the address of the advertisement. */
export type ReadPage = (text: string, onText: (text: string) => void) => ReactNode;

/** The advertisement, pasted or read from its page; nobody has to have one. */
export function JobDescription({ text, refused, onType, readPage }: { text: string; refused: string | null; onType: (text: string) => void; readPage: ReadPage }) {
  const over = text.length - MOST_CHARACTERS;
  return (
    <>
      <Textarea
        id="job-description" label="Job description, if you have one" value={text} onChange={(event) => onType(event.currentTarget.value)}
        description="Paste the advertisement. What it asks for is asked about first. It stays with this interview and is deleted with it. Only you see it, and an AI provider where you let one word the questions."
        error={over > 0 ? `Shorten it by ${count(over, 'character')}.` : refused} classNames={{ input: styles.pasted ?? '' }} rows={5}
      />
      {readPage(text, onType)}
    </>
  );
}
