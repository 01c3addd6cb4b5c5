import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { tryAgain } from '../../api/commands.js';
import { reportQuery } from '../../api/queries.js';
import { forgetInThisTab, keepForThisTab, readFromThisTab } from '../../lib/tab-storage.js';
import { Failure } from '../../ui/failure.js';
import styles from './report.module.css';

/** A sheet for one more attempt; what is typed survives a reload of this tab. */
export function TryAgain({ id, position, onDone }: { id: string; position: number; onDone: () => void }) {
  const draft = `attempt:${id}:${position}` as const;
  const queryClient = useQueryClient();
  const sheet = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readFromThisTab(draft) ?? '');
  useEffect(() => sheet.current?.focus(), []);
  const attempt = useMutation({
    mutationFn: () => tryAgain(id, position, text),
    onSuccess: async () => {
      forgetInThisTab(draft);
      await queryClient.invalidateQueries({ queryKey: reportQuery(id).queryKey });
      onDone();
    },
  });
  const field = `attempt-${position}`;
  return (
    <form className={styles.again} onSubmit={(event) => { event.preventDefault(); attempt.mutate(); }}>
      <label htmlFor={field}>Your next attempt</label>
      <textarea id={field} ref={sheet} value={text} onChange={(event) => { setText(event.target.value); keepForThisTab(draft, event.target.value); }} aria-describedby={`${field}-says`} />
      <p id={`${field}-says`} className={styles.kicker}>The built-in evaluator judges it at once. Your first score stays as it is, and so does everything that rests on it.{text.trim() === '' && ' Write something first.'}</p>
      {attempt.isError && <Failure title="This attempt was not scored." error={attempt.error} />}
      <div className={styles.deletion}>
        <Button type="submit" size="sm" loading={attempt.isPending} disabled={text.trim() === ''} aria-describedby={`${field}-says`}>See what it is worth</Button>
        <Button variant="subtle" size="sm" onClick={onDone}>Not now</Button>
      </div>
    </form>
  );
}
