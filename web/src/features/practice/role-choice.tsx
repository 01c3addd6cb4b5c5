import { Select } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type InterviewRole, type PracticeSuggestion } from '../../api/schema.js';
import '../../ui/mantine-combobox.css';
import styles from './practice.module.css';

interface Props {
  roles: InterviewRole[];
  role: InterviewRole;
  suggestion: PracticeSuggestion['suggestion'];
  onChoose: (id: string) => void;
}

/** The role, found by typing a part of its name; with what the resume suggests. */
export function RoleChoice({ roles, role, suggestion, onChoose }: Props) {
  const [search, setSearch] = useState(role.title);
  const suggested = suggestion?.roleId === role.id ? suggestion : null;
  const none = roles.every(({ title }) => !title.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <div className={styles.field}>
      <Select
        id="role" label="Role" description="Type a part of its name, or choose from the list." searchable allowDeselect={false} size="md" maxDropdownHeight={360} value={role.id}
        data={roles.map(({ id, title }) => ({ value: id, label: title }))} searchValue={search} onSearchChange={setSearch}
        onChange={(id) => { if (id !== null) onChoose(id); }} onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status" className={styles.none}>{none && 'No role of that name is here yet. Clear the field to see all there are.'}</p>
      {!none && suggested && (
        <p className={styles.suggested}><IconFileCheck size={18} stroke={1.5} aria-hidden /><span>A suggestion. {suggested.because}</span></p>
      )}
    </div>
  );
}
