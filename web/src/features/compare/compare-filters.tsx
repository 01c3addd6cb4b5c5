import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { type CompareAsk } from '../../api/reviewed-queries.js';
import '../../ui/mantine-forms.css';
import styles from './compare.module.css';
import { decisions, leastScores, recommendations, sorts, states } from './words.js';

interface Props {
  ask: CompareAsk;
  onAsk: (ask: CompareAsk) => void;
}

/** Which candidates stand in the table, and in what order. */
export function CompareFilters({ ask, onAsk }: Props) {
  const choose = <Name extends keyof CompareAsk>(name: Name, value: CompareAsk[Name]): void => {
    const rest = Object.fromEntries(Object.entries(ask).filter(([other]) => other !== name));
    onAsk(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <Choice label="Your ratings" all="All" choices={states} value={ask.state} onChoose={(value) => choose('state', value)} />
      <Choice label="Recommended" all="Anything" choices={recommendations} value={ask.recommendation} onChoose={(value) => choose('recommendation', value)} />
      <Choice label="Score" all="Any" choices={leastScores} value={ask.leastScore} onChoose={(value) => choose('leastScore', value)} />
      <Choice label="Decision" all="All" choices={decisions} value={ask.decision} onChoose={(value) => choose('decision', value)} />
      <Choice label="Order" choices={sorts} value={ask.sort ?? 'score'} onChoose={(value) => choose('sort', value === 'score' ? undefined : value)} />
    </div>
  );
}

interface ChoiceProps<T extends string | number> {
  label: string;
  /** What stands for no filter. */
  all?: string;
  choices: readonly (readonly [T, string])[];
  value: T | undefined;
  onChoose: (value: T | undefined) => void;
}

function Choice<T extends string | number>({ label, all, choices, value, onChoose }: ChoiceProps<T>) {
  const id = useId();
  const data = [...(all === undefined ? [] : [{ value: '', label: all }]), ...choices.map(([one, says]) => ({ value: String(one), label: says }))];
  return <NativeSelect id={id} label={label} size="sm" value={String(value ?? '')} data={data} onChange={({ currentTarget }) => onChoose(choices.find(([one]) => String(one) === currentTarget.value)?.[0])} />;
}
