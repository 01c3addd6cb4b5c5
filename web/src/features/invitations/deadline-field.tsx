import { TextInput } from '@mantine/core';
import { toLocal, ownZone } from './local-time.js';

interface Props {
  /** As the field takes it; empty for none. */
  value: string;
  /** The one there is: a new one is later. */
  after: string | null;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** Until when, in the zone of whoever invites, which is named. */
export function DeadlineField({ value, after, onChange, error }: Props) {
  return (
    <TextInput
      id="deadline" type="datetime-local" label="Deadline" min={toLocal(after)} value={value} error={error} onChange={({ currentTarget }) => onChange(currentTarget.value)}
      description={`In your time zone, ${ownZone()}. Whoever is invited reads it in theirs.`}
    />
  );
}
