import { Button } from '@mantine/core';
import { type TalentAsk } from '../../api/talent-queries.js';
import { narrowings, without } from './talent-ask.js';
import { wordFor } from './words.js';
import styles from './search.module.css';

/** Says what could be asked for less strictly, each with the way to do it. */
export function NobodyFound({ ask, competencies, onAsk }: { ask: TalentAsk; competencies: ReadonlyMap<string, string>; onAsk: (ask: TalentAsk) => void }) {
  const words = narrowings(ask);
  if (words.length === 0) return <p className={styles.nobody}>Nobody has chosen to be found yet. Whoever does appears here at once.</p>;
  return (
    <div className={styles.nobody}>
      <p>{words.length === 1 ? 'Nobody who lets employers find them fits this.' : 'Nobody who lets employers find them fits all of this.'} Ask for less:</p>
      <ul>
        {words.map(([name, value]) => (
          <li key={`${String(name)} ${value}`}>
            <Button variant="default" size="sm" onClick={() => onAsk(without(ask, name, value))}>Leave out: {wordFor(name, value, competencies)}</Button>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>People decide what they share: somebody who shares no place, languages or scores is not found by them.</p>
    </div>
  );
}
