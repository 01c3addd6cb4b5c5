import { Failure } from '../../ui/failure.js';
import { beforeSharing, choices, fieldWords, valueOf } from './fields.js';
import { type Visibility } from './use-visibility.js';
import styles from './visibility.module.css';

/** What is shown, field by field: what nobody can leave out, and each choice with what it would show. */
export function SharedFields({ visibility: { shared, toggle, all, busy, error, state } }: { visibility: Visibility }) {
  return (
    <fieldset className={styles.fields}>
      <legend>What recruiters see</legend>
      <p className={styles.always}>
        <span className={styles.fieldName}>Headline with role and level, and skills</span>
        <span className={styles.value}>Always. {all.data && [all.data.headline, ...all.data.skills.slice(0, 5)].join(' · ')}</span>
      </p>
      {choices.map((field) => {
        const value = all.data && valueOf(field, all.data);
        return (
          <label key={field} className={styles.choice}>
            <input type="checkbox" checked={shared.includes(field)} disabled={busy} onChange={() => toggle(field)} />
            <span className={styles.fieldName}>{fieldWords[field]}</span>
            <span className={styles.value}>{value ?? (all.data ? 'Nothing yet' : '')}</span>
            {beforeSharing[field] && <span className={styles.value}>{beforeSharing[field]}</span>}
          </label>
        );
      })}
      <p className={styles.soft}>{state?.live ? 'Each choice is true the moment you make it, in every search.' : 'Nothing is shown to anybody until you turn on the switch.'}</p>
      {error !== null && <Failure title="Your choice was not saved." error={error} />}
    </fieldset>
  );
}
