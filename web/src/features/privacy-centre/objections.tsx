import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { liftObjection, type Objection, objectionsQuery, raiseObjection } from '../../api/privacy-api.js';
import { consentsQuery, purposesQuery } from '../../consent/consent-api.js';
import { showMoment } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './privacy-centre.module.css';

type Use = Objection['purpose'];

/** Stops one use of one's data, or every optional one, until it is lifted. */
export function Objections() {
  return (
    <Loaded query={useQuery(objectionsQuery)} failed="Your objections could not be read." skeleton={<LinesSkeleton lines={5} />}>
      {(objections) => <Choices objections={objections} />}
    </Loaded>
  );
}

function Choices({ objections }: { objections: readonly Objection[] }) {
  const { data: purposes } = useQuery(purposesQuery);
  const { data: consents } = useQuery(consentsQuery);
  const [asked, setAsked] = useState<Use | null>(null);
  const changing = useChange(() => setAsked(null));
  const everything = objections.find(({ purpose }) => purpose === 'everything');
  const ended = (use: Use): string[] => [...new Set(consents?.flatMap(({ purpose, live }) => (live && (use === 'everything' || use === purpose) ? [purpose] : [])))];
  const titled = (purpose: string): string => purposes?.purposes.find((one) => one.purpose === purpose)?.title ?? purpose;
  // Only what ends something is asked about once more.
  const decide = (use: Use, objects: boolean): void => (objects && ended(use).length > 0 ? setAsked(use) : changing.mutate({ use, objects }));
  return (
    <div className={styles.stack}>
      <Restriction since={everything?.objectedAt ?? null} busy={changing.isPending} onChange={(objects) => decide('everything', objects)} />
      <fieldset className={styles.choices} disabled={changing.isPending}>
        <legend>Or stop one use of your data</legend>
        {purposes?.purposes.map(({ purpose, title }) => (
          <Checkbox
            key={purpose} id={`objection-${purpose}`} label={`Stop: ${title}`} checked={everything !== undefined || objections.some((one) => one.purpose === purpose)} disabled={everything !== undefined}
            onChange={(event) => decide(purpose, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      {changing.isError && asked === null && <Failure title="Nothing was changed." error={changing.error} />}
      <ConfirmDialog
        open={asked !== null} title="End what you allowed?" verb="Stop it" busy={changing.isPending} error={changing.error}
        onConfirm={() => asked !== null && changing.mutate({ use: asked, objects: true })} onClose={() => setAsked(null)}
      >
        <p>You allow this at the moment, and it ends at once. When you lift the objection, it stays off until you allow it anew:</p>
        <ul>{asked !== null && ended(asked).map((purpose) => <li key={purpose}>{titled(purpose)}</li>)}</ul>
      </ConfirmDialog>
    </div>
  );
}

function useChange(onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ use, objects }: { use: Use; objects: boolean }) => (objects ? raiseObjection(use) : liftObjection(use)),
    onSuccess: ({ objections }) => {
      queryClient.setQueryData(objectionsQuery.queryKey, objections);
      onDone();
      return queryClient.invalidateQueries({ queryKey: consentsQuery.queryKey });
    },
  });
}

function Restriction({ since, busy, onChange }: { since: string | null; busy: boolean; onChange: (restricted: boolean) => void }) {
  if (since === null) return <Button variant="default" loading={busy} onClick={() => onChange(true)}>Restrict all optional use</Button>;
  return (
    <Notice kind="warning" title="The use of your data is restricted" action={<Button variant="default" loading={busy} onClick={() => onChange(false)}>Lift the restriction</Button>}>
      Since {showMoment(since)} nothing optional is done with your data: recruiters do not find you, no AI provider is sent anything, and nothing of it can be switched on. Practice with the built-in
      evaluator goes on. When you lift it, what you had allowed stays off until you allow it anew.
    </Notice>
  );
}
