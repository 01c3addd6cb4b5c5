import { Link } from '@tanstack/react-router';
import { Stopped } from '../../features/privacy-centre/stopped.js';
import { ResumeSection } from '../../features/profile/resume-section.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export const SettingsResumePage = () => (
  <>
    <PageHeading title="Resume">Resume</PageHeading>
    <div className={styles.narrow}>
      <Stopped purpose="resume_keeping" to={<Link to={paths.privacy} hash="object">Lift it in the privacy centre</Link>} />
      <ResumeSection />
    </div>
  </>
);
