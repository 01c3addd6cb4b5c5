import { type Offer } from '../../api/invited-queries.js';
import styles from './invited.module.css';

/** What the organisation wrote: to this person, and about the job. */
export function JobText({ offer: { personalMessage, jobDescription, organisation } }: { offer: Offer }) {
  return (
    <>
      {personalMessage !== null && <blockquote className={styles.message} aria-label={`Message from ${organisation.name}`}>{personalMessage}</blockquote>}
      {jobDescription !== null && <details className={styles.more}><summary>About the job</summary><p className={styles.message}>{jobDescription}</p></details>}
    </>
  );
}
