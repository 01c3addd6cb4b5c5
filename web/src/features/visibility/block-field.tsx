import { Button, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { type KnownOrganisation, organisationsQuery } from '../../api/visibility-queries.js';
import { domainInWords } from '../../lib/domain-in-words.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import styles from './visibility.module.css';

interface Props {
  busy: boolean;
  error: string | undefined;
  onOrganisation: (organisation: KnownOrganisation) => void;
  onDomain: (domain: string) => void;
}

const TYPING_MS = 150;

/** An employer to hide from: one that is here, by its name, or any, by its web domain. */
export function BlockField({ busy, error, onOrganisation, onDomain }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const word = typed.trim();
  const [like] = useDebouncedValue(word, TYPING_MS);
  const { data } = useQuery({ ...organisationsQuery(like), enabled: like.length > 1 });
  const known = word.length > 1 ? (data ?? []) : [];
  const done = (): void => {
    setTyped('');
    combobox.closeDropdown();
  };
  const addDomain = (): void => {
    if (word === '') return;
    onDomain(word);
    done();
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() !== -1) return;
    event.preventDefault();
    addDomain();
  };
  return (
    <div className={styles.block}>
      <Combobox store={combobox} onOptionSubmit={(id) => { const one = known.find((organisation) => organisation.id === id); if (one) onOrganisation(one); done(); }}>
        <Combobox.Target withExpandedAttribute autoComplete="off">
          <TextInput
            id="block" label="Employer to hide from" description="The name of one that is here, or any web domain, such as acme.com." maxLength={250} value={typed} error={error}
            onChange={(event) => { setTyped(event.currentTarget.value); combobox.openDropdown(); combobox.resetSelectedOption(); }} onKeyDown={enter} onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={known.length === 0} className={styles.dropdown}>
          <Combobox.Options aria-label="Organisations that are here">
            {known.map(({ id, name, domain, isDomainVerified, kind }) => (
              <Combobox.Option key={id} value={id}>{name} <span className={styles.soft}>{domainInWords({ domain, isDomainVerified })}{kind === 'agency' ? ', agency' : ''}</span></Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Button variant="default" loading={busy} onClick={addDomain}>Hide from this employer</Button>
    </div>
  );
}
