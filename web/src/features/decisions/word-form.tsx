import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { type Outcome } from '../../api/reviewed-queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import '../../ui/mantine-forms.css';
import styles from './decisions.module.css';
import { LEAST_REASON, outcomeWords } from './words.js';

interface Props {
  /** "Decide", "Answer the appeal". */
  verb: string;
  legend: string;
  /** Where it opens by a press. */
  takesFocus?: boolean;
  busy: boolean;
  error: unknown;
  onSend: (word: { outcome: Outcome; reason: string }) => void;
}

/** A decision about one person, with the reason they read. */
export function WordForm({ verb, legend, takesFocus = false, busy, error, onSend }: Props) {
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<{ outcome?: string; reason?: string }>({});
  const [asked, setAsked] = useState(false);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    const found = {
      ...(outcome === null ? { outcome: 'Choose one of the two' } : {}),
      ...(reason.trim().length < LEAST_REASON ? { reason: `Say why, in ${LEAST_REASON} characters or more` } : {}),
    };
    setFaults(found);
    if (Object.keys(found).length === 0) setAsked(true);
  };
  return (
    <form noValidate className={styles.form} onSubmit={ask}>
      <fieldset className={styles.choices} aria-describedby={faults.outcome === undefined ? undefined : `${id}-fault`}>
        <legend>{legend}</legend>
        {(['advance', 'reject'] as const).map((one) => (
          <label key={one}><input type="radio" name={id} autoFocus={takesFocus && one === 'advance'} checked={outcome === one} onChange={() => { setOutcome(one); setFaults({}); }} />{outcomeWords[one].choose}</label>
        ))}
        {faults.outcome !== undefined && <p id={`${id}-fault`} role="alert" className={styles.late}>{faults.outcome}</p>}
      </fieldset>
      <Textarea
        id={`${id}-reason`} className={styles.wide} label="The main reasons" description="The candidate reads them word for word. Speak of the answers, not of the person." rows={4} maxLength={2000} value={reason} error={faults.reason}
        onChange={({ currentTarget }) => { setReason(currentTarget.value); setFaults({}); }}
      />
      <Button type="submit">{verb}</Button>
      <ConfirmDialog open={asked} title={`${outcomeWords[outcome ?? 'reject'].choose}?`} verb={verb} busy={busy} error={error} onConfirm={() => outcome && onSend({ outcome, reason })} onClose={() => setAsked(false)}>
        <p>The candidate is told at once by mail, with these reasons{outcome === 'reject' ? ' and how to ask for another look' : ''}. The decision is yours, under your name in your organisation; the candidate reads that a person decided, and not who.</p>
      </ConfirmDialog>
    </form>
  );
}
