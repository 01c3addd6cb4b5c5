import { useQuery } from '@tanstack/react-query';
import { myLegalDisclosuresQuery } from '../../api/disclosure-queries.js';
import { showMoment } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './privacy-centre.module.css';

/** What the law demanded of us; nothing stands here for most people. */
export function GivenToAuthorities() {
  return (
    <Loaded query={useQuery(myLegalDisclosuresQuery)} failed="What was given to authorities could not be read." skeleton={null}>
      {(given) => given.length > 0 && (
        <>
          <h3>Given to authorities, because the law demanded it</h3>
          <ul className={styles.kinds}>
            {given.map(({ id, recipient, ground, data, reason, disclosedAt }) => (
              <li key={id} className={styles.kind}>
                <p className={styles.says}>{recipient}: {data}</p>
                <p className={styles.facts}><span>{ground}</span><span>“{reason}”</span><span>{showMoment(disclosedAt)}</span></p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
