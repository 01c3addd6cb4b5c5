import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { throwTakeAway } from '../../api/recordings.js';
import { interviewQuery } from '../../api/queries.js';
import { type InterviewQuestion } from '../../api/schema.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { nameOf } from './question-name.js';
import { type RoomTakes } from './room-takes.js';
import styles from './spoken.module.css';

interface Props {
  id: string;
  /** Spoken, and without a text of what was said. */
  untold: readonly InterviewQuestion[];
  takes: RoomTakes;
}

/** Answers that were spoken and of which there is no text yet: nothing is made up for them, and none may count 0 by accident. */
export function Untold({ id, untold, takes }: Props) {
  if (untold.length === 0) return null;
  return (
    <Notice kind="warning" title={untold.length === 1 ? 'One spoken answer has no text yet' : `${untold.length} spoken answers have no text yet`}>
      <p>Answers are scored by their text. Write down what you said, or throw the answer away: the question then counts as one you left out.</p>
      <ul className={styles.untold}>
        {untold.map((question) => <UntoldAnswer key={question.position} id={id} question={question} takes={takes} />)}
      </ul>
    </Notice>
  );
}

function UntoldAnswer({ id, question, takes }: { id: string; question: InterviewQuestion; takes: RoomTakes }) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { position, take } = question;
  const away = useMutation({
    mutationFn: async (takeId: string) => {
      // In this order: what could not be thrown away is not lost here either.
      await throwTakeAway(takeId);
      await takes.forget(question);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: interviewQuery(id).queryKey }),
  });
  return (
    <li>
      <Link to="/interviews/$id" params={{ id }} search={{ question: position }}>Write down {nameOf(question).toLowerCase()}</Link>
      {take && <Button variant="default" size="compact-sm" onClick={() => setAsked(true)}>Throw it away<span className="visually-hidden">: {nameOf(question)}</span></Button>}
      {take && (
        <ConfirmDialog open={asked} destroys title="Throw this answer away?" verb="Throw it away" busy={away.isPending} error={away.error} onConfirm={() => away.mutate(take.takeId)} onClose={() => setAsked(false)}>
          <p>{nameOf(question)}: what you recorded is deleted at once and cannot be brought back.</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** Recordings that are still on their way when somebody is about to submit; `onHurry` once they wait for it. */
export function OnTheirWay({ takes, onHurry }: { takes: RoomTakes; onHurry?: () => void }) {
  const { takes: count, chunks, offline } = useSyncExternalStore(takes.subscribe, takes.onTheirWay);
  if (count === 0) return null;
  return (
    <Notice kind="info" {...(onHurry ? { action: <Button variant="default" size="sm" onClick={onHurry}>Submit without the rest of it</Button> } : {})} title={count === 1 ? 'A recording is still being saved' : `${count} recordings are still being saved`}>
      {offline
        ? 'The network is away. What is missing is kept in this browser and sent by itself when it is back.'
        : `${chunks === 1 ? 'One piece' : `${chunks} pieces`} to go. Submitting waits for it.`}
    </Notice>
  );
}
