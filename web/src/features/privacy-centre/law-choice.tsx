import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import '../../ui/mantine-combobox.css';

/** The law somebody calls upon: it says by when they are answered. Empty when none of those we know. */
export function LawChoice({ id, value, onChange }: { id: string; value: string; onChange: (law: string) => void }) {
  const { data: policy } = useQuery(policyQuery);
  const laws = policy?.jurisdictions ?? [];
  const chosen = laws.find((law) => law.id === value);
  return (
    <NativeSelect
      id={id} label="Whose law protects you?" value={value} onChange={(event) => onChange(event.currentTarget.value)}
      description={chosen ? `${chosen.law}: an answer within ${chosen.answerWithin}.` : `Without one of them you have our answer within ${policy?.answerWithin ?? '30 days'} all the same.`}
      data={[{ value: '', label: 'None of these, or I do not know' }, ...laws.map(({ id: law, name }) => ({ value: law, label: name }))]}
    />
  );
}
