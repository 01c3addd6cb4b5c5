import { useNavigate } from '@tanstack/react-router';
import { OurFollowUps } from '../../features/contact/our-follow-ups.js';
import { OpenAppeals } from '../../features/decisions/open-appeals.js';
import { OrganisationBoard } from '../../features/organisation/organisation-board.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export function OrganisationPage() {
  const navigate = useNavigate();
  return (
    <div className={styles.below}>
      <div><OrganisationBoard onLeft={() => void navigate({ to: paths.practice })} /></div>
      <OpenAppeals />
      <OurFollowUps />
    </div>
  );
}
