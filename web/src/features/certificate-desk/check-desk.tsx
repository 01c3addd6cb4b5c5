import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type AlikeAnswer, type Check, certificateChecksQuery, decideCheck, readCheck } from '../../api/certificate-desk-queries.js';
import { showInstant } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import styles from './desk.module.css';
import { ReasonForm } from './reason-form.js';

const DECISIONS = [{ way: 'allow', verb: 'Let it be issued' }, { way: 'refuse', verb: 'Refuse it', destroys: true }] as const;
type Decision = (typeof DECISIONS)[number]['way'];

/** One certificate, from the reason why its answers are read to the decision. */
export function CheckDesk({ check: { id, roleTitle, levelTitle, overall, askedAt, isReadable, findings }, onDone }: { check: Check; onDone: () => void }) {
  const queryClient = useQueryClient();
  const [word, setWord] = useState<{ decision: Decision; reason: string } | null>(null);
  const reading = useMutation({ mutationFn: (reason: string) => readCheck({ id, reason }) });
  const deciding = useMutation({
    mutationFn: ({ decision, reason }: { decision: Decision; reason: string }) => decideCheck({ id, allow: decision === 'allow', reason }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: certificateChecksQuery.queryKey });
      onDone();
    },
  });
  return (
    <div className={styles.part}>
      <p><Link to="/operator/certificates">Back to the list</Link></p>
      <h3>{roleTitle}, {levelTitle}: {overall} of 10</h3>
      <p className={styles.facts}><span>Asked for on {showInstant(askedAt)}</span></p>
      <ul>{findings.map(({ position, what, ofOwn, share }) => <li key={`${position} ${what} ${ofOwn}`}>Question {position}: {what === 'recording' ? 'the very recording of another answer' : `${Math.round(share * 100)} % of the words`}, {ofOwn ? 'an earlier answer of the same person' : 'an answer of somebody else'}</li>)}</ul>
      <Answers isReadable={isReadable} answers={reading.data?.answers}>
        <ReasonForm label="Why do you read them?" ways={[{ way: 'read', verb: 'Read the answers' }]} busy={reading.isPending} error={reading.error} onReason={(_, reason) => reading.mutate(reason)}>
          You will read what people said, without their names. Everybody whose answer it is sees that it was read, and this reason.
        </ReasonForm>
      </Answers>
      <h3>Decide</h3>
      <ReasonForm label="Why do you decide so?" ways={DECISIONS} busy={false} error={null} onReason={(decision, reason) => setWord({ decision, reason })}>Whoever asked for it reads this when it is refused.</ReasonForm>
      <ConfirmDialog
        open={word !== null} title={word?.decision === 'allow' ? 'Let this certificate be issued?' : 'Refuse this certificate?'} verb={word?.decision === 'allow' ? 'Let it be issued' : 'Refuse it'} destroys={word?.decision === 'refuse'}
        busy={deciding.isPending} error={deciding.error} onConfirm={() => word && deciding.mutate(word)} onClose={() => setWord(null)}
      >
        <p>{word?.decision === 'allow' ? 'It is issued at once.' : 'It is not issued. The report stays as it is.'} Whoever asked for it is told. You cannot take it back.</p>
      </ConfirmDialog>
    </div>
  );
}

function Answers({ isReadable, answers, children }: { isReadable: boolean; answers: AlikeAnswer[] | undefined; children: React.ReactNode }) {
  if (!isReadable) return <Notice kind="info">The interview has been deleted since, so there is nothing left to read.</Notice>;
  if (answers === undefined) return children;
  if (answers.length === 0) return <Notice kind="info">The words that were alike have been deleted since, or only a recording was the same.</Notice>;
  return <div>{answers.map((pair) => <Pair key={pair.position} pair={pair} />)}</div>;
}

function Pair({ pair: { position, question, answer, earlier, isOwn, share } }: { pair: AlikeAnswer }) {
  return (
    <article className={styles.pair} aria-labelledby={`pair-${position}`}>
      <header><h3 id={`pair-${position}`}>{position}. {question}</h3><p className={styles.facts}>{Math.round(share * 100)} % alike</p></header>
      <section><h4>The answer</h4><p className={styles.said} dir="auto">{answer}</p></section>
      <section><h4>{isOwn ? 'An earlier answer of the same person' : 'An earlier answer of somebody else'}</h4><p className={styles.said} dir="auto">{earlier}</p></section>
    </article>
  );
}
