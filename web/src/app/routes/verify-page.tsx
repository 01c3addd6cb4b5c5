import { getRouteApi } from '@tanstack/react-router';
import { CheckCertificate } from '../../features/verification/check-certificate.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './plain-page.module.css';

const route = getRouteApi('/public/verify');

export function VerifyPage() {
  const { link } = route.useSearch();
  return (
    <div className={styles.plain}>
      <PageHeading title="Check a certificate" lead="Whether a certificate of this place is genuine, and whether it still holds.">Check a certificate</PageHeading>
      <CheckCertificate key={link} link={link} />
    </div>
  );
}
