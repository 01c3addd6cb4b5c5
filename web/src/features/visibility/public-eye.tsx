import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type CertificateLine, certificateQuery, certificatesQuery } from '../../api/certificate-queries.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './visibility.module.css';

/** What whoever has no account can see of one: the pages of certificates, each as long as it is public, and nothing else. */
export function PublicEye() {
  return (
    <section className={styles.part} aria-labelledby="as-the-public">
      <h2 id="as-the-public">Through the public’s eyes</h2>
      <p className={styles.soft}>Without an account nobody finds you or opens your profile, whatever you choose above. Only a certificate can have a page for everybody who has its address, as long as you let it be public.</p>
      <Loaded query={useQuery(certificatesQuery)} failed="Whether a certificate of yours is public could not be read." skeleton={<LinesSkeleton lines={2} />}>
        {(certificates) => <Pages certificates={certificates.filter(({ state, isPublished, isSuspended }) => state === 'issued' && isPublished && !isSuspended)} />}
      </Loaded>
    </section>
  );
}

function Pages({ certificates }: { certificates: readonly CertificateLine[] }) {
  if (certificates.length === 0) return <p>Nothing of yours is public.</p>;
  return <ul className={styles.blocked} aria-label="What the public can see">{certificates.map((certificate) => <PublicPage key={certificate.id} certificate={certificate} />)}</ul>;
}

function PublicPage({ certificate: { id, roleTitle, levelTitle, validUntil } }: { certificate: CertificateLine }) {
  const { data } = useQuery(certificateQuery(id));
  const called = [roleTitle, levelTitle].filter(Boolean).join(', ');
  return (
    <li>
      <Link to="/certificates/$id" params={{ id }}>{called}{validUntil !== null && `, valid until ${showDay(validUntil)}`}</Link>
      {data?.url != null && <a href={data.url}>See what the public sees<span className="visually-hidden"> of {called}</span></a>}
    </li>
  );
}
