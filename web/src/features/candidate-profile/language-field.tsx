import { Select } from '@mantine/core';
import { Chips } from './chips.js';
import styles from './profile.module.css';
import { languageName, languages as known } from './words.js';

interface Props {
  languages: readonly string[];
  error: string | undefined;
  onChange: (languages: string[]) => void;
}

/** Languages somebody works in, one after the other. */
export function LanguageField({ languages, error, onChange }: Props) {
  const open = known.filter(({ value }) => !languages.includes(value));
  return (
    <div className={styles.field}>
      <Select
        id="languages" label="Add a language you work in" description="Type to find it." data={open} searchable value={null} error={error}
        onChange={(code) => { if (code !== null) onChange([...languages, code]); }}
      />
      <Chips label="Your languages" chips={languages.map((code) => ({ value: code, says: languageName(code) }))} onRemove={(code) => onChange(languages.filter((other) => other !== code))} />
    </div>
  );
}
