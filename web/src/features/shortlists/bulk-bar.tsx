import { Button } from '@mantine/core';
import { type FormEvent, useId } from 'react';
import { type Stage } from '../../api/shortlist-queries.js';
import { count } from '../../lib/format.js';
import { isStage, stageOptions } from './stages.js';
import styles from './shortlists.module.css';
import table from './table.module.css';

/** Moves everybody who is ticked at once. */
export function BulkBar({ chosen, busy, onMove, onNone }: { chosen: number; busy: boolean; onMove: (stage: Stage) => void; onNone: () => void }) {
  const id = useId();
  if (chosen === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const stage = new FormData(event.currentTarget).get('stage');
    if (isStage(stage)) onMove(stage);
  };
  return (
    <form className={styles.bulk} onSubmit={submit} aria-label="Move whom you chose">
      <label htmlFor={id}>Move {count(chosen, 'person', 'people')} to</label>
      <select id={id} name="stage" className={table.stage} defaultValue="contacted">{stageOptions.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
      <Button type="submit" size="sm" loading={busy}>Move</Button>
      <Button variant="subtle" size="sm" onClick={onNone}>Choose nobody</Button>
    </form>
  );
}
