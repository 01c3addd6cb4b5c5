import { Button } from '@mantine/core';
import { IconCheck, IconCloudOff } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { showClock } from '../../lib/format.js';
import { type AnswerStatus } from './answer-keeper.js';
import styles from './room.module.css';

/** Whether what stands above is safe. Spoken when it changes, without taking the focus. */
export function SaveState({ status, onRetry }: { status: AnswerStatus; onRetry: () => void }) {
  return <div role="status" className={styles.saveState} data-kind={status.kind}><Words status={status} onRetry={onRetry} /></div>;
}

function Words({ status, onRetry }: { status: AnswerStatus; onRetry: () => void }) {
  const { href } = useLocation();
  switch (status.kind) {
    case 'quiet':
    case 'conflict':
      return null;
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'saved':
      return <><IconCheck size={16} stroke={1.5} aria-hidden />Saved {showClock(status.at)}</>;
    case 'lost':
      return (
        <><IconCloudOff size={16} stroke={1.5} aria-hidden />
          <span>Not saved yet: {status.says}. What you typed is still here.</span>
          <Button variant="default" size="compact-sm" onClick={onRetry}>Save now</Button></>
      );
    case 'refused':
      return <><span>Not saved: {status.says}</span><Button variant="default" size="compact-sm" onClick={onRetry}>Save now</Button></>;
    case 'ended':
      return <span>Not saved: {status.says} What you typed since then stands here and in this tab alone: copy it if you want to keep it.</span>;
    case 'signed_out':
      return <span>Not saved: you are signed out. What you typed is still here. <Link to="/sign-in" search={{ next: href }}>Sign in and come back</Link></span>;
  }
}
