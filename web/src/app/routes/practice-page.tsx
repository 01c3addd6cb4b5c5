import { InterviewHistory } from '../../features/practice/interview-history.js';
import { ResumeSection } from '../../features/profile/resume-section.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export function PracticePage() {
  return (
    <>
      <PageHeading title="Your practice" lead="You answer in writing, at your own pace. Then you read how it was scored, and by which of your own words.">
        Your practice
      </PageHeading>
      <p className={styles.start}><ButtonLink to={paths.setUp}>Practise an interview</ButtonLink></p>
      <div className={styles.beside}>
        <InterviewHistory />
        <ResumeSection />
      </div>
    </>
  );
}
