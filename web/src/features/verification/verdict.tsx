import { IconAlertTriangle, IconBan, IconCalendarOff, IconCheck, IconCircleCheck, IconFileUnknown, IconHelpCircle, IconPlayerPause, IconWorldQuestion, IconX } from '@tabler/icons-react';
import { type Ref } from 'react';
import { type Verdict as Found } from '../../api/verification-queries.js';
import { showDay, showDeadline } from '../../lib/format.js';
import styles from './verification.module.css';

const results = {
  valid: { icon: IconCircleCheck, says: 'Valid' },
  tampered: { icon: IconAlertTriangle, says: 'Changed after it was made' },
  foreign_issuer: { icon: IconWorldQuestion, says: 'Not from here' },
  expired: { icon: IconCalendarOff, says: 'Expired' },
  revoked: { icon: IconBan, says: 'Revoked' },
  suspended: { icon: IconPlayerPause, says: 'Suspended' },
  not_a_credential: { icon: IconFileUnknown, says: 'Not a certificate' },
} as const satisfies Record<Found['result'], { icon: typeof IconCheck; says: string }>;

const checks = { found: 'A certificate in it', signature: 'Signature', issuer: 'Issuer', register: 'Register', file: 'The file itself' } as const satisfies Record<Found['checks'][number]['what'], string>;

interface Props {
  verdict: Found;
  /** Takes the focus when it is there, so that it is heard. */
  heading: Ref<HTMLHeadingElement>;
}

/** What a check found: a word and a mark, why, and each thing that was looked at. */
export function Verdict({ verdict: { result, why, certificate, checks: looked }, heading }: Props) {
  const { icon: Icon, says } = results[result];
  return (
    <section aria-labelledby="verdict" className={styles.verdict}>
      <h2 id="verdict" ref={heading} tabIndex={-1} className={styles.result} data-result={result}><Icon size={28} stroke={1.5} aria-hidden /> {says}</h2>
      <p>{why}</p>
      {certificate !== undefined && (
        <dl className={styles.facts}>
          <div><dt>Holder</dt><dd><bdi>{certificate.name}</bdi></dd></div>
          <div><dt>For</dt><dd>{certificate.roleTitle}</dd></div>
          <div><dt>Score</dt><dd>{certificate.overall} of 10</dd></div>
          <div><dt>Issued</dt><dd>{showDay(certificate.issuedAt)}, by {certificate.issuer}</dd></div>
          <div><dt>Valid until</dt><dd>{showDeadline(certificate.validUntil)}</dd></div>
          <div><dt>Its page</dt><dd><a href={certificate.url}>{certificate.url}</a></dd></div>
        </dl>
      )}
      <h3>What was checked</h3>
      <ul className={styles.checks}>
        {looked.map(({ what, passed, says: found }) => (
          <li key={what}>
            <Passed passed={passed} />
            <span><strong>{checks[what]}.</strong> {found}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Passed({ passed }: { passed: boolean | null }) {
  if (passed === null) return <IconHelpCircle size={20} stroke={1.5} role="img" aria-label="Could not be checked:" />;
  return passed ? <IconCheck size={20} stroke={1.5} role="img" aria-label="In order:" /> : <IconX size={20} stroke={1.5} role="img" aria-label="Not in order:" className={styles.wrong} />;
}
