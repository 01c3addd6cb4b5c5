import { type Pay } from '../../api/contact-queries.js';
import { domainInWords } from '../../lib/domain-in-words.js';
import styles from './contact.module.css';
import { payInWords } from './pay.js';

interface Props {
  organisation: { name: string; domain: string; isDomainVerified: boolean; kind: 'employer' | 'agency' };
  clientName: string | null;
  /** Left out where it is the heading already. */
  jobTitle?: string;
  pay: Pay;
  message: string;
}

/** What is asked, as the person reads it who is asked. */
export function RequestFacts({ organisation, clientName, jobTitle, pay, message }: Props) {
  return (
    <>
      <dl className={styles.facts}>
        <div><dt>Who asks</dt><dd>{organisation.name}{organisation.kind === 'agency' && ', an agency'} <span className={styles.soft}>({domainInWords(organisation)})</span></dd></div>
        {(clientName !== null || organisation.kind === 'agency') && <div><dt>For</dt><dd>{clientName === null ? 'itself' : `${clientName}, its client`}</dd></div>}
        {jobTitle !== undefined && <div><dt>The job</dt><dd>{jobTitle}</dd></div>}
        <div><dt>Pay</dt><dd>{payInWords(pay)}</dd></div>
      </dl>
      <blockquote className={styles.message}>{message}</blockquote>
    </>
  );
}
