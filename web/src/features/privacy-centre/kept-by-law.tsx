import { useQuery } from '@tanstack/react-query';
import { myLegalHoldsQuery } from '../../api/hold-queries.js';
import { inOneBreath, showDay, showDeadline } from '../../lib/format.js';
import { partInWords } from '../../lib/parts-in-words.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './privacy-centre.module.css';

/** What a legal hold keeps beyond its time; nothing stands here for most people. */
export function KeptByLaw() {
  return (
    <Loaded query={useQuery(myLegalHoldsQuery)} failed="What a legal hold keeps could not be read." skeleton={null}>
      {(holds) => holds.length > 0 && (
        <>
          <h3>Kept by a legal hold</h3>
          <p>A sealed copy, which is used for nothing else. It stays until its day, also when you delete the thing or your account.</p>
          <ul className={styles.kinds}>
            {holds.map(({ id, modules, ground, reason, placedAt, holdsUntil }) => (
              <li key={id} className={styles.kind}>
                <p className={styles.says}>{ground}</p>
                <p className={styles.facts}><span>What: {inOneBreath(modules.map(partInWords))}</span><span>since {showDay(placedAt)}</span><span>until {showDeadline(holdsUntil)}</span></p>
                {reason !== null && <p className={styles.words}>{reason}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
