import { NativeSelect } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useId } from 'react';
import '../../ui/mantine-forms.css';
import styles from './search.module.css';

export interface Client {
  id: string;
  name: string;
}

interface Props {
  clients: readonly Client[];
  client: string | undefined;
  onClient: (id: string | undefined) => void;
}

/** What opening a profile means, said before it is opened; an agency says for whom. */
export function ToldBefore({ clients, client, onClient }: Props) {
  const id = useId();
  return (
    <>
      <p className={styles.recorded}><IconEye size={18} stroke={1.5} aria-hidden />Opening a profile is recorded and shown to the candidate: your organisation{clients.length > 0 ? ', the client you look for' : ''}, the time, and what you saw.</p>
      {clients.length > 0 && (
        <NativeSelect
          id={id} label="You look for" size="sm" value={client ?? ''} onChange={(event) => onClient(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
          data={[{ value: '', label: 'No client in particular' }, ...clients.map(({ id: value, name: label }) => ({ value, label }))]}
        />
      )}
    </>
  );
}
