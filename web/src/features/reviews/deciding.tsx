import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Criterion } from '../../../../src/interviews/scoring/rubric.js';
import { decideReview, type ReadAnswer, type Review } from '../../api/review-queries.js';
import { count } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import '../../ui/mantine-forms.css';
import { changesIn, integerIn, outcomeOf, placeOf, type Typed } from './own-score.js';
import styles from './reviews.module.css';
import { SideBySide } from './side-by-side.js';

/** Both evaluations beside each other, the person's own numbers, and their word. */
export function Deciding({ review: { id, mark, shown }, onDecided }: { review: Review; onDecided: (outcome: string) => void }) {
  const [run, setRun] = useState(0);
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<{ reason?: string; numbers?: string }>({});
  const [isAsked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const changes = changesIn(shown, run, typed);
  const outcome = changes && outcomeOf(shown, run, typed, mark);
  const words = outcome ? `${outcome.shown} of 10, ${outcome.isAbove ? 'above' : 'not above'} the mark of ${mark}` : null;
  const deciding = useMutation({
    mutationFn: () => decideReview({ id, basedOn: shown.runs[run]?.id ?? '', changes: changes ?? [], reason }),
    onSuccess: async ({ shown: score }) => {
      onDecided(`${score} of 10`);
      await queryClient.invalidateQueries({ queryKey: ['operations', 'reviews'] });
    },
  });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    const found = { ...(reason.trim() === '' ? { reason: 'Say why you decide so' } : {}), ...(words === null ? { numbers: 'Each number of yours is a whole number from 0 to 100' } : {}) };
    setFaults(found);
    if (Object.keys(found).length === 0) setAsked(true);
  };
  return (
    <form noValidate className={styles.board} onSubmit={ask}>
      <From shown={shown} run={run} onChoose={(index) => { setRun(index); setTyped({}); }} />
      <SideBySide shown={shown} mine={(answer, criterion, title) => <Mine key={`${run}`} {...{ answer, criterion, title, run, typed }} onType={(text) => setTyped({ ...typed, [placeOf(answer.position, criterion)]: text })} />} />
      <div className={styles.decide}>
        <p className={styles.outcome} role="status">{words === null ? 'These numbers make no score' : `Your score: ${words}`}</p>
        {changes && changes.length > 0 && <p className={styles.soft}>{count(changes.length, 'number')} of yours.</p>}
        {faults.numbers !== undefined && <p role="alert">{faults.numbers}</p>}
        <Textarea
          id="reason" className={styles.wide} label="Why do you decide so?" description="Whoever was interviewed reads this in the report." rows={3} maxLength={1000} value={reason} error={faults.reason}
          onChange={({ currentTarget }) => { setReason(currentTarget.value); setFaults({}); }}
        />
        <Button type="submit">Decide</Button>
      </div>
      <ConfirmDialog open={isAsked} title={`Decide for ${words ?? ''}?`} verb="Decide" busy={deciding.isPending} error={deciding.error} onConfirm={() => deciding.mutate()} onClose={() => setAsked(false)}>
        <p>It counts at once, and whoever was interviewed is told. You cannot take it back. Both evaluations stay stored beside it.</p>
      </ConfirmDialog>
    </form>
  );
}

function From({ shown, run, onChoose }: { shown: Review['shown']; run: number; onChoose: (run: number) => void }) {
  return (
    <fieldset className={styles.from}>
      <legend>Which evaluation do you begin from?</legend>
      <p className={styles.soft}>Its numbers stand in the last column, where you can change them.</p>
      {shown.runs.map((each, index) => (
        <label key={each.id}>
          <input type="radio" name="from" value={index} checked={index === run} disabled={each.shown === null} onChange={() => onChoose(index)} />
          {each.evaluator}, version {each.version}: {each.shown ?? 'no score'}
        </label>
      ))}
    </fieldset>
  );
}

interface MineProps {
  answer: ReadAnswer;
  criterion: Criterion;
  title: string;
  run: number;
  typed: Typed;
  onType: (text: string) => void;
}

function Mine({ answer, criterion, title, run, typed, onType }: MineProps) {
  const given = answer.judgements[run]?.criteria.find(({ id }) => id === criterion)?.score;
  if (given === undefined) return null;
  const text = typed[placeOf(answer.position, criterion)] ?? String(given);
  return (
    <TextInput
      aria-label={`Your number for ${title.toLowerCase()} of question ${answer.position}`} inputMode="numeric" maxLength={3} value={text} error={integerIn(text) === null ? '0 to 100' : undefined}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}
