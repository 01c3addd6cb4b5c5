import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { endHold, type LegalHold, legalHoldsQuery, openHold } from '../../api/hold-queries.js';
import { inOneBreath, showDeadline, showInstant, showSize } from '../../lib/format.js';
import { partInWords } from '../../lib/parts-in-words.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { HoldForm } from './hold-form.js';
import { Prolong, SecretFacts } from './hold-secret.js';
import { Older } from './older.js';
import styles from './operations.module.css';

/** What is kept because law, tax or a dispute asks for it, and the form that keeps more. */
export function HoldDesk() {
  const query = useInfiniteQuery(legalHoldsQuery);
  return (
    <Loaded query={query} failed="The register could not be read." skeleton={<LinesSkeleton lines={6} />}>
      {({ pages }) => (
        <div className={styles.board}>
          <section aria-labelledby="held" className={styles.part}>
            <h2 id="held">What is kept</h2>
            <List holds={pages.flatMap(({ holds }) => holds)} />
            <Older query={query} what="holds" />
          </section>
          <HoldForm parts={pages[0]?.parts ?? []} />
        </div>
      )}
    </Loaded>
  );
}

function List({ holds }: { holds: readonly LegalHold[] }) {
  if (holds.length === 0) return <p>Nothing is kept by a legal hold.</p>;
  return <ul className={styles.rows}>{holds.map((hold) => <Line key={hold.id} hold={hold} />)}</ul>;
}

function Line({ hold }: { hold: LegalHold }) {
  const { accountId, modules, ground, reason, isSecret, state, bytes, sha256, placedAt, holdsUntil, endedAt, openings } = hold;
  return (
    <li className={styles.request}>
      <p className={styles.name}>{ground}</p>
      <p className={styles.facts}>
        <span>{stateOf(hold)}</span>
        {accountId === null ? <span>The account is gone</span> : <Link to="/operator/people/$id" params={{ id: accountId }}>Account {accountId}</Link>}
        <span>What: {inOneBreath(modules.map(partInWords))}</span>
        <span>Placed {showInstant(placedAt)}</span>
        <span>{endedAt === null ? `Until ${showDeadline(holdsUntil)}` : `Ended ${showInstant(endedAt)}`}</span>
      </p>
      {reason !== null && <p className={styles.words}><strong>Why:</strong> {reason}</p>}
      <SecretFacts hold={hold} />
      {state === 'sealed' && bytes !== null && <p className={styles.soft}>{showSize(bytes)}, SHA-256 <code>{sha256}</code></p>}
      {openings.map(({ because, openedAt }) => <p key={openedAt} className={styles.soft}>Opened {showInstant(openedAt)}{because !== null && `: ${because}`}</p>)}
      {state !== 'ended' && <Steps hold={hold} />}
      {state !== 'ended' && isSecret && <Prolong hold={hold} />}
    </li>
  );
}

function stateOf({ state }: LegalHold): string {
  if (state === 'ended') return 'Ended; its copy is deleted';
  return state === 'sealed' ? 'Sealed' : 'The copy is being sealed…';
}

function Steps({ hold: { id, state, ground, isSecret, secretUntil } }: { hold: LegalHold }) {
  const queryClient = useQueryClient();
  const [because, setBecause] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const opening = useMutation({ mutationFn: openHold, onSuccess: () => { setBecause(''); return queryClient.invalidateQueries({ queryKey: legalHoldsQuery.queryKey }); } });
  const ending = useMutation({ mutationFn: () => endHold(id), onSuccess: () => queryClient.invalidateQueries({ queryKey: legalHoldsQuery.queryKey }) });
  const open = (event: FormEvent): void => {
    event.preventDefault();
    if (because.trim() === '') return setFault('Say why');
    opening.mutate({ id, because });
  };
  const which = <span className="visually-hidden">: {ground}</span>;
  return (
    <form noValidate className={styles.stack} onSubmit={open}>
      {state === 'sealed' && (
        <TextInput
          id={`because-${id}`} className={styles.wide} label="Why do you open the copy?" description="It is written down." maxLength={500} value={because} error={fault}
          onChange={(event) => { setBecause(event.currentTarget.value); setFault(null); }}
        />
      )}
      {opening.isError && <Failure title="The copy could not be opened." error={opening.error} />}
      <div className={styles.buttons}>
        {state === 'sealed' && <Button type="submit" variant="default" loading={opening.isPending}>Download the copy{which}</Button>}
        <Button variant="default" onClick={() => setAsks(true)}>End this hold…{which}</Button>
      </div>
      <ConfirmDialog
        open={asks} title="End this hold?" verb="End it and delete its copy" destroys busy={ending.isPending} error={ending.error}
        onConfirm={() => ending.mutate()} onClose={() => { setAsks(false); ending.reset(); }}
      >
        <p>Its copy is deleted for good. What was deleted here since then cannot be sealed again.</p>
        {isSecret && secretUntil !== null && <p>The person is told all the same, after {showDeadline(secretUntil)}. If the law forbids it for longer, write that down first.</p>}
      </ConfirmDialog>
    </form>
  );
}
