import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { type TalentSuggestion, talentSuggestionsQuery } from '../../api/talent-queries.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import styles from './search.module.css';

interface Props {
  label: string;
  description?: string;
  /** What may be suggested; everything when it is left out. */
  kind?: TalentSuggestion['kind'];
  /** A suggestion was taken, or the words as they were typed were sent off. */
  onChoose: (value: string, kind: TalentSuggestion['kind'] | null) => void;
}

const kinds = { skill: 'Skill', role: 'Role', place: 'Place' } as const satisfies Record<TalentSuggestion['kind'], string>;
const TYPING_MS = 150;

/** A field that understands half-typed and mistyped skills, roles and places of people who are listed. */
export function WordField({ label, description, kind, onChoose }: Props) {
  const id = useId();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const [like] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery({ ...talentSuggestionsQuery(like), enabled: like !== '' });
  const suggestions = typed.trim() === '' ? [] : (data ?? []).filter((one) => kind === undefined || one.kind === kind);
  const choose = (value: string, of: TalentSuggestion['kind'] | null): void => {
    onChoose(value, of);
    setTyped('');
    combobox.closeDropdown();
  };
  const send = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() !== -1 || typed.trim() === '') return;
    event.preventDefault();
    choose(typed.trim(), null);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={(position) => { const one = suggestions[Number(position)]; if (one) choose(one.value, one.kind); }}>
      <Combobox.Target withExpandedAttribute autoComplete="off">
        <TextInput
          id={id} label={label} size="md" maxLength={100} value={typed} {...(description === undefined ? {} : { description })}
          onChange={(event) => { setTyped(event.currentTarget.value); combobox.openDropdown(); combobox.resetSelectedOption(); }}
          onKeyDown={send} onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={suggestions.length === 0} className={styles.dropdown}>
        <Combobox.Options aria-label={`Suggestions for ${label.toLowerCase()}`}>
          {suggestions.map((one, position) => (
            <Combobox.Option key={`${one.kind} ${one.value}`} value={String(position)} className={styles.suggestion}>
              <span>{one.label}</span>{kind === undefined && <span className={styles.soft}>{kinds[one.kind]}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
