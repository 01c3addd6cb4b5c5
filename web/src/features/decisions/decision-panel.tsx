import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerAppeal, compareKey, decide, type Decisions, decisionsQuery, openAppealsKey, type Outcome } from '../../api/reviewed-queries.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { DecisionHistory } from './decision-history.js';
import styles from './decisions.module.css';
import { WordForm } from './word-form.js';

/** Whether somebody goes on: what was decided, and the way to decide, change it, or answer an appeal. */
export function DecisionPanel({ invitationId }: { invitationId: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={styles.part} aria-labelledby="decision">
      <h2 id="decision" ref={heading} tabIndex={-1}>Decision</h2>
      <Loaded query={useQuery(decisionsQuery(invitationId))} failed="What was decided could not be read." skeleton={<Skeleton height={120} />}>
        {(data) => <Panel invitationId={invitationId} onDone={() => heading.current?.focus()} {...data} />}
      </Loaded>
    </section>
  );
}

function Panel({ invitationId, decisions, open, onDone }: Decisions & { invitationId: string; onDone: () => void }) {
  const [deciding, setDeciding] = useState(false);
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: (word: { outcome: Outcome; reason: string }) => (open ? answerAppeal(invitationId, word) : decide(invitationId, word)),
    onSuccess: async (data) => {
      queryClient.setQueryData(decisionsQuery(invitationId).queryKey, data);
      setDeciding(false);
      onDone();
      await Promise.all([compareKey, openAppealsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
  const form = { busy: sending.isPending, error: sending.error, onSend: (word: { outcome: Outcome; reason: string }) => sending.mutate(word) };
  return (
    <>
      {decisions.length === 0 && <p className={styles.soft}>Nobody has decided yet. Nothing here is ever decided by a program.</p>}
      {decisions.length > 0 && <DecisionHistory decisions={decisions} />}
      <p role="status" className="visually-hidden">{sending.isSuccess ? 'Decided. The candidate is told.' : ''}</p>
      {open && (open.mayAnswer
        ? <WordForm verb="Answer the candidate" legend="The candidate asks for another look. After reading the answers again:" {...form} />
        : <Notice kind="info" title="A colleague answers this">You decided the first time, so that somebody else of your organisation looks at it now.</Notice>)}
      {!open && deciding && <WordForm verb="Decide" legend="Having read the answers:" takesFocus {...form} />}
      {!open && !deciding && <div><Button variant="default" onClick={() => { sending.reset(); setDeciding(true); }}>{decisions.length === 0 ? 'Write a decision' : 'Change the decision'}</Button></div>}
    </>
  );
}
