import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { CheckList } from '../../features/certificate-desk/check-list.js';
import styles from '../../features/certificate-desk/desk.module.css';
import { Register } from '../../features/certificate-desk/register.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/operator/operator/certificates');

export function OperatorCertificatesPage() {
  const { check, find } = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Certificates" above={<Link to={paths.operatorReviews}>Reviews</Link>} lead="Those that wait for a person before they are issued, and the register of those that were. Who they belong to is not shown.">Certificates</PageHeading>
      <div className={styles.page}>
        <CheckList opened={check} onDone={() => void navigate({ to: '/operator/certificates' })} />
        <Register key={find ?? ''} find={find} onFind={(words) => void navigate({ to: '/operator/certificates', search: { find: words } })} />
      </div>
    </>
  );
}
