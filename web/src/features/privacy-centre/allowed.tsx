import { useQuery } from '@tanstack/react-query';
import { consentsQuery, purposesQuery } from '../../consent/consent-api.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './privacy-centre.module.css';

/** What is allowed at this moment, with the receipt of each. */
export function Allowed() {
  const { data: purposes } = useQuery(purposesQuery);
  const titleOf = (id: string): string => purposes?.purposes.find(({ purpose }) => purpose === id)?.title ?? id;
  return (
    <Loaded query={useQuery(consentsQuery)} failed="What you allow could not be read." skeleton={<LinesSkeleton lines={4} />}>
      {(all) => {
        const live = all.filter((consent) => consent.live);
        if (live.length === 0) return <p>Nothing. Everything that needs your consent is off.</p>;
        return (
          <ul className={styles.kinds}>
            {live.map(({ purpose, scope, recipient, givenAt, expiresAt, recordId }) => (
              <li key={`${purpose} ${scope}`} className={styles.kind}>
                <p className={styles.says}>{titleOf(purpose)}{recipient !== null && <>, for {recipient}</>}</p>
                <p className={styles.facts}>
                  {givenAt !== null && <span>since {showDay(givenAt)}</span>}
                  <span>{expiresAt === null ? 'until you take it back' : `until ${showDay(expiresAt)}`}</span>
                  {recordId !== null && <a href={`/api/consents/receipts/${recordId}/pdf`} download>Receipt<span className="visually-hidden"> for {titleOf(purpose)}</span></a>}
                </p>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
