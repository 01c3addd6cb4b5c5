import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { organisationQuery } from '../../api/organisation-queries.js';
import { OurFollowUps } from '../../features/contact/our-follow-ups.js';
import { OpenAppeals } from '../../features/decisions/open-appeals.js';
import { OrganisationBoard } from '../../features/organisation/organisation-board.js';
import { mayPay } from '../may-pay.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export function OrganisationPage() {
  const navigate = useNavigate();
  const { data: organisation } = useQuery(organisationQuery);
  return (
    <div className={styles.below}>
      <div><OrganisationBoard morePlaces={organisation && mayPay(organisation) && <Link to={paths.organisationBilling}>Get more places</Link>} onLeft={() => void navigate({ to: paths.practice })} /></div>
      <OpenAppeals />
      <OurFollowUps />
    </div>
  );
}
