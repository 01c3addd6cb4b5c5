import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { sentRequestsQuery } from '../../api/contact-queries.js';
import { organisationQuery } from '../../api/organisation-queries.js';
import styles from './contact.module.css';
import { followUpsInWords } from './words.js';

/** On the page of an organisation: how often it writes to those who said yes, as candidates read it. */
export function OurFollowUps() {
  const { data: organisation } = useQuery(organisationQuery);
  const asks = organisation?.state === 'approved' && organisation.myRoles.some((role) => role !== 'billing');
  return asks ? <Counted name={organisation.name} /> : null;
}

function Counted({ name }: { name: string }) {
  const { data } = useInfiniteQuery(sentRequestsQuery(undefined));
  const followUps = data?.pages[0]?.followUps;
  if (!followUps) return null;
  return (
    <section aria-labelledby="follow-ups" className={styles.ask}>
      <h2 id="follow-ups">Whether you write to those who say yes</h2>
      <p className={styles.soft}>{followUpsInWords(followUps, name)}</p>
      <p className={styles.soft}>Everybody you ask to talk reads this. A yes counts once you say on the page of your contact requests that you have written, or once the time to do so is over.</p>
    </section>
  );
}
