import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { readJobPage } from '../../api/commands.js';
import { ProblemError, sentenceFor } from '../../api/problem.js';
import { count } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import styles from './read-job-page.module.css';

interface Props {
  /** What stands in the field of the description. */
  text: string;
  onText: (text: string) => void;
}

/** Fills the field of a job description from the page the advertisement stands on; what stood there can be had back. */
export function ReadJobPage({ text, onText }: Props) {
  const [address, setAddress] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [before, setBefore] = useState('');
  const reading = useMutation({
    mutationFn: readJobPage,
    onSuccess: (page) => {
      setBefore(text);
      onText(page.text);
    },
  });
  const read = (): void => {
    setMissing(address.trim() === '');
    if (address.trim() === '') document.getElementById('job-page')?.focus();
    else reading.mutate(address);
  };
  const takeBack = (): void => {
    onText(before);
    reading.reset();
    document.getElementById('job-page')?.focus();
  };
  // The description stands inside a larger form, which Enter would send.
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!reading.isPending) read();
  };
  const refused = reading.isError ? sentenceFor(reading.error) : null;
  return (
    <div className={styles.page}>
      <div className={styles.row}>
        <TextInput
          id="job-page" className={styles.address ?? ''} type="url" inputMode="url" autoComplete="off" label="Or read it from its address" placeholder="https://" value={address}
          description="Our server asks for that one page, without saying who you are. The address is not kept." onChange={(event) => { setAddress(event.currentTarget.value); }} onKeyDown={onEnter}
          error={isMissing && address.trim() === '' ? 'Enter the address of the advertisement.' : reading.error instanceof ProblemError && refused}
        />
        <Button variant="default" onClick={read} loading={reading.isPending}>Read the page</Button>
      </div>
      <p role="status" className="visually-hidden">{reading.isPending ? 'Reading the page' : ''}</p>
      {reading.isError && !(reading.error instanceof ProblemError) && <Notice kind="failure"><p>{refused}</p></Notice>}
      {reading.data && (
        <Notice kind="done" action={<Button variant="default" size="sm" onClick={takeBack}>Take it out again</Button>}>
          <p>
            {count(reading.data.text.length, 'character')} from {reading.data.host}{reading.data.title && <>: “{reading.data.title}”</>}. Look it over: only what stands in the field is used.
          </p>
        </Notice>
      )}
    </div>
  );
}
