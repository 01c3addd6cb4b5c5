import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type CertificateLine, certificatesQuery } from '../../api/certificate-queries.js';
import { useNow } from '../../lib/use-now.js';
import { Loaded } from '../../ui/loaded.js';
import rows from '../../ui/rows.module.css';
import { CertificateMark } from './certificate-mark.js';
import styles from './certificates.module.css';
import { lifetime } from './words.js';

/** Every certificate of one's own, the newest first. */
export function CertificateList() {
  const query = useQuery(certificatesQuery);
  return (
    <Loaded query={query} failed="Your certificates could not be read." skeleton={[0, 1].map((row) => <Skeleton key={row} height={72} mb={16} />)}>
      {(certificates) => (certificates.length === 0
        ? <p className={styles.soft}>None yet. A whole interview without help that is scored above the mark earns one; its report leads to it. <Link to="/practice/new">Set up an interview</Link></p>
        : <ul className={rows.rows}>{certificates.map((certificate) => <Row key={certificate.id} certificate={certificate} />)}</ul>)}
    </Loaded>
  );
}

function Row({ certificate }: { certificate: CertificateLine }) {
  const { id, roleTitle, levelTitle, name, overall } = certificate;
  const lasts = lifetime(certificate, useNow());
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        <Link to="/certificates/$id" params={{ id }} className={rows.title}>{roleTitle === null ? 'A certificate that has ended' : [roleTitle, levelTitle].filter(Boolean).join(', ')}</Link>
        <p className={rows.facts}>
          <CertificateMark certificate={certificate} />
          {overall !== null && <span>{overall} of 10</span>}
          {name !== null && <bdi>{name}</bdi>}
        </p>
        {lasts !== null && <p className={rows.facts}>{lasts}</p>}
      </div>
    </li>
  );
}
