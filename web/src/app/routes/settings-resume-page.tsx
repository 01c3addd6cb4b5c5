import { ResumeSection } from '../../features/profile/resume-section.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './sections.module.css';

export const SettingsResumePage = () => (
  <>
    <PageHeading title="Resume">Resume</PageHeading>
    <div className={styles.narrow}><ResumeSection /></div>
  </>
);
