import { useQuery } from '@tanstack/react-query';
import { lastSeenQuery } from '../../api/privacy-api.js';
import { inOneBreath, showMoment } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './privacy-centre.module.css';

/** The last who were shown something of whoever is signed in. */
export function Seen() {
  return (
    <Loaded query={useQuery(lastSeenQuery)} failed="Who saw you could not be read." skeleton={<LinesSkeleton lines={4} />}>
      {(seen) => (seen.length === 0 ? <p>Nobody. As soon as a recruiter is shown something of you, or somebody who runs this place reads an interview of yours, it stands here.</p> : (
        <ul className={styles.kinds}>
          {seen.map(({ id, kind, reason, recipient, client, fields, at }) => (
            <li key={id} className={styles.kind}>
              <p className={styles.says}>{recipient}{client !== null && `, for ${client}`}</p>
              <p className={styles.facts}><span>{kind === 'operator' ? `read an interview of yours: “${reason ?? ''}”` : `saw ${inOneBreath(fields)}`}</span><span>{showMoment(at)}</span></p>
            </li>
          ))}
        </ul>
      ))}
    </Loaded>
  );
}
