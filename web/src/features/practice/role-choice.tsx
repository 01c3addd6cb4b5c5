import { Autocomplete } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { type InterviewRole, type PracticeSuggestion, type QuestionSet } from '../../api/schema.js';
import '../../ui/mantine-combobox.css';
import styles from './practice.module.css';

/** As the server takes it. */
const MOST_CHARACTERS = 120;

interface Props {
  roles: InterviewRole[];
  /** As it stands in the field. */
  named: string;
  /** Whose questions may serve, the nearest first; null while that is not known. */
  sets: readonly Set[] | null;
  chosen: Set | null;
  suggestion: PracticeSuggestion['suggestion'];
  /** Whether to say that there must be one. */
  isMissing: boolean;
  onName: (named: string) => void;
  onChoose: (id: string) => void;
}

type Set = Omit<QuestionSet, 'isGeneral'> & { isGeneral?: boolean };

/** The role, from the list or in one's own words; with whose questions serve, and what the resume suggests. */
export function RoleChoice({ roles, named, sets, chosen, suggestion, isMissing, onName, onChoose }: Props) {
  const titles = roles.map(({ title }) => title);
  const known = roles.find(({ title }) => isSame(title, named));
  const because = known && suggestion?.roleId === known.id ? suggestion.because : null;
  return (
    <div className={styles.field}>
      <Autocomplete
        id="role" label="Role" description="Choose one from the list, or type yours." size="md" maxDropdownHeight={360} maxLength={MOST_CHARACTERS} data={titles} value={named}
        error={isMissing && named.trim() === '' ? 'Say which role it is.' : undefined} onChange={onName} onFocus={(event) => event.currentTarget.select()}
        filter={({ options, search }) => (known ? options : options.filter((option) => 'label' in option && option.label.toLowerCase().includes(search.trim().toLowerCase())))}
      />
      {!known && sets && sets.length > 1 && <SetChoice sets={sets} chosen={chosen} onChoose={onChoose} />}
      <p role="status" className={styles.served}>{!known && chosen && <Served set={chosen} named={named.trim()} />}</p>
      {because !== null && (
        <p className={styles.suggested}><IconFileCheck size={18} stroke={1.5} aria-hidden /><span>A suggestion. {because}</span></p>
      )}
    </div>
  );
}

export const isSame = (title: string, named: string): boolean => title.toLowerCase() === named.trim().toLowerCase();

function Served({ set, named }: { set: Set; named: string }) {
  if (!set.isGeneral) return <>For “{named}” you get our questions for the role <strong>{set.title}</strong>.</>;
  return <>We have no questions for “{named}” alone. You get <strong>general questions</strong> on how you work, and with a job description below also those on what it names.</>;
}

function SetChoice({ sets, chosen, onChoose }: { sets: readonly Set[]; chosen: Set | null; onChoose: (id: string) => void }) {
  return (
    <fieldset className={styles.help}>
      <legend>Whose questions are nearest?</legend>
      {sets.map(({ id, title }) => (
        <label key={id} className={styles.option}>
          <input type="radio" name="question-set" value={id} checked={chosen?.id === id} onChange={() => onChoose(id)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
