import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { adoptRescoring, dropRescoring, isUnderWay, type Rescoring, rescoringsQuery } from '../../api/review-queries.js';
import { count, showInstant } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './reviews.module.css';

type Settling = 'adopt' | 'drop';

/** What was scored once more, how far each is, and whether it is to count. */
export function RescoringList() {
  const [asked, setAsked] = useState<{ rescoring: Rescoring; what: Settling } | null>(null);
  return (
    <>
      <Loaded query={useQuery(rescoringsQuery)} failed="What was scored once more could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {(rescorings) => (rescorings.length === 0 ? <p>Nothing has been scored once more yet.</p> : (
          <ul className={styles.rows}>{rescorings.map((each) => <Line key={each.id} rescoring={each} onAsk={(what) => setAsked({ rescoring: each, what })} />)}</ul>
        ))}
      </Loaded>
      {asked && <Settle key={`${asked.rescoring.id} ${asked.what}`} {...asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function Line({ rescoring, onAsk }: { rescoring: Rescoring; onAsk: (what: Settling) => void }) {
  const { askedAt, total, done, notScored, settled, settledAt, counts, leftOut } = rescoring;
  const name = nameOf(rescoring);
  return (
    <li>
      <div className={styles.part}>
        <p className={styles.name}>{name}</p>
        <p className={styles.facts}>
          <span>Asked on {showInstant(askedAt)}</span>
          {settled !== 'dropped' && <span>{done} of {count(total, 'interview')} done</span>}
          {notScored > 0 && <span>{notScored} could not be scored</span>}
          {settled === 'adopted' && <span>Counts in {counts}, left out in {leftOut}, since {showInstant(settledAt ?? askedAt)}</span>}
          {settled === 'dropped' && <span>Dropped on {showInstant(settledAt ?? askedAt)}</span>}
        </p>
        {isUnderWay(rescoring) && <Progress aria-label={`${name}: done`} value={total === 0 ? 0 : ((settled === null ? done : counts + leftOut) / total) * 100} />}
      </div>
      {settled === null && (
        <div className={styles.buttons}>
          {done === total && total > 0 && <Button size="compact-md" onClick={() => onAsk('adopt')}>Let it count<span className="visually-hidden">: {name}</span></Button>}
          <Button size="compact-md" variant="default" onClick={() => onAsk('drop')}>Drop<span className="visually-hidden"> {name}</span></Button>
        </div>
      )}
    </li>
  );
}

function Settle({ rescoring, what, onClose }: { rescoring: Rescoring; what: Settling; onClose: () => void }) {
  const queryClient = useQueryClient();
  const settling = useMutation({
    mutationFn: async () => void (await (what === 'adopt' ? adoptRescoring(rescoring.id) : dropRescoring(rescoring.id))),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: rescoringsQuery.queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open title={what === 'adopt' ? 'Let these scores count?' : 'Drop these scores?'} verb={what === 'adopt' ? 'Let them count' : 'Drop them'} destroys={what === 'drop'}
      busy={settling.isPending} error={settling.error} onConfirm={() => settling.mutate()} onClose={onClose}
    >
      {what === 'adopt'
        ? <p>From then on the reports of {count(rescoring.total, 'interview')} show them, and whoever gets another score is told. Left out is what a person decided, what was scored anew since, and what an AI evaluator alone would carry across the mark from close by.</p>
        : <p>All that was made of it is deleted. The scores that count stay as they are.</p>}
    </ConfirmDialog>
  );
}

function nameOf({ evaluator, version, rubric }: Rescoring): string {
  return evaluator === null ? `The stored numbers, by rubric ${rubric}` : `By ${evaluator}, version ${version ?? ''}, rubric ${rubric}`;
}
