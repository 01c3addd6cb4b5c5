import { useState } from 'react';
import { type TalentAsk, type TalentFacet } from '../../api/talent-queries.js';
import { toggled } from './talent-ask.js';
import styles from './search.module.css';

const facets = {
  role: { title: 'Role', name: 'role' },
  level: { title: 'Level', name: 'level' },
  skills: { title: 'Skills', name: 'allSkills' },
  place: { title: 'Place', name: 'place' },
  remote: { title: 'Where they work', name: 'remote' },
  language: { title: 'Language', name: 'language' },
  availability: { title: 'Available', name: 'availability' },
  certificate: { title: 'Certificate', name: 'certificate' },
} as const satisfies Record<TalentFacet['id'], { title: string; name: keyof TalentAsk }>;

const FIRST = 6;

interface Props {
  facet: TalentFacet;
  ask: TalentAsk;
  labelFor: (name: keyof TalentAsk, value: string, label: string) => string;
  onAsk: (ask: TalentAsk) => void;
}

/** How those who were found differ in one thing, and how many of each there are. A click narrows, a second one widens again. */
export function Facet({ facet: { id, values }, ask, labelFor, onAsk }: Props) {
  const { title, name } = facets[id];
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  return (
    <fieldset className={styles.facet}>
      <legend>{title}</legend>
      <ul>
        {(all ? values : values.slice(0, FIRST)).map(({ value, label, count }) => (
          <li key={value}>
            <button type="button" className={styles.choice} aria-pressed={[ask[name]].flat().includes(value as never)} onClick={() => onAsk(toggled(ask, name, value, id === 'skills'))}>
              <span>{labelFor(name, value, label)}</span>
              <span className={styles.count}>{count.toLocaleString('en-GB')}<span className="visually-hidden"> people</span></span>
            </button>
          </li>
        ))}
      </ul>
      {values.length > FIRST && <button type="button" className={styles.all} aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Show fewer' : `Show ${values.length - FIRST} more`}</button>}
    </fieldset>
  );
}
