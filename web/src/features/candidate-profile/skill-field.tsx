import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { skillsQuery } from '../../api/profile-queries.js';
import '../../ui/mantine-combobox.css';
import { Chips } from './chips.js';
import styles from './profile.module.css';

interface Props {
  skills: readonly string[];
  error: string | undefined;
  onChange: (skills: string[]) => void;
}

const TYPING_MS = 150;
const MOST_CHARACTERS = 60;

/** Skills, one after the other; what is half-typed or mistyped is understood, and what we do not know is taken as it is. */
export function SkillField({ skills, error, onChange }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const word = typed.trim();
  const [like] = useDebouncedValue(word, TYPING_MS);
  const { data } = useQuery({ ...skillsQuery(like), enabled: like !== '' });
  const suggestions = word === '' ? [] : (data ?? []).map(({ name }) => name).filter((name) => !skills.includes(name));
  const add = (skill: string): void => {
    if (skill !== '' && !skills.some((known) => known.toLowerCase() === skill.toLowerCase())) onChange([...skills, skill]);
    setTyped('');
    combobox.closeDropdown();
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // A form is sent by its button only, so that no half-typed skill is lost.
    event.preventDefault();
    if (combobox.getSelectedOptionIndex() === -1) add(word);
  };
  return (
    <div className={styles.field}>
      <Combobox store={combobox} onOptionSubmit={add}>
        <Combobox.Target withExpandedAttribute autoComplete="off">
          <TextInput
            id="skills" label="Add a skill" description="Choose one that is suggested, or press Enter to add it in your own words." maxLength={MOST_CHARACTERS} value={typed} error={error}
            onChange={(event) => { setTyped(event.currentTarget.value); combobox.openDropdown(); combobox.resetSelectedOption(); }} onKeyDown={enter} onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={suggestions.length === 0} className={styles.dropdown}>
          <Combobox.Options aria-label="Skills you may mean">{suggestions.map((name) => <Combobox.Option key={name} value={name}>{name}</Combobox.Option>)}</Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Chips label="Your skills" chips={skills.map((name) => ({ value: name, says: name }))} onRemove={(skill) => onChange(skills.filter((name) => name !== skill))} />
    </div>
  );
}
