import { Link } from '@tanstack/react-router';
import { ProfileDesk } from '../../features/candidate-profile/profile-desk.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export const CandidateProfilePage = () => (
  <>
    <PageHeading
      title="Your profile"
      lead={<>What you say of yourself to employers. Nobody sees any of it unless you choose so in <Link to={paths.visibility}>Visibility</Link>.</>}
    >
      Your profile
    </PageHeading>
    <ProfileDesk />
    <p className={styles.next}>Your name and e-mail address are in <Link to={paths.profile}>Settings</Link>, and so is <Link to={paths.resume}>your resume</Link>.</p>
  </>
);
