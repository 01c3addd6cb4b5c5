import { NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import { type TalentAsk } from '../../api/talent-queries.js';
import '../../ui/mantine-forms.css';
import { changed } from './talent-ask.js';
import styles from './search.module.css';

const floors = [5, 6, 6.5, 7, 7.5, 8, 8.5, 9];
const choices = [{ value: '', label: 'Any score' }, ...floors.map((floor) => ({ value: String(floor), label: `${floor} or more` }))];

interface Props {
  ask: TalentAsk;
  competencies: ReadonlyMap<string, string>;
  onAsk: (ask: TalentAsk) => void;
}

/** A least score, of all answers and of single competencies. Only people who share their scores are found by one. */
export function ScoreFloors({ ask, competencies, onAsk }: Props) {
  const id = useId();
  const [competency, setCompetency] = useState('');
  const chosen = competency === '' ? null : (`min.${competency}` as const);
  const setFloor = (name: 'minScore' | `min.${string}`, value: string): void => onAsk(changed(ask, name, value === '' ? null : Number(value)));
  return (
    <fieldset className={styles.facet}>
      <legend>Score in a practice interview</legend>
      <p className={styles.hint}>Finds only people who share their scores.</p>
      <NativeSelect id={`${id}-all`} label="All answers together" data={choices} value={String(ask.minScore ?? '')} onChange={(event) => setFloor('minScore', event.currentTarget.value)} />
      <NativeSelect
        id={`${id}-competency`} label="One competency" value={competency} onChange={(event) => setCompetency(event.currentTarget.value)}
        data={[{ value: '', label: 'Choose one' }, ...[...competencies].map(([value, label]) => ({ value, label }))]}
      />
      {chosen !== null && (
        <NativeSelect id={`${id}-floor`} label={`Least score in ${competencies.get(competency)?.toLowerCase() ?? competency}`} data={choices}
          value={String(ask[chosen] ?? '')} onChange={(event) => setFloor(chosen, event.currentTarget.value)} />
      )}
    </fieldset>
  );
}
