import { Link, useNavigate } from '@tanstack/react-router';
import { WaitingInvitations } from '../../features/invited/own-invitation-list.js';
import { GoOn } from '../../features/practice/go-on.js';
import { InterviewHistory } from '../../features/practice/interview-history.js';
import { Trend } from '../../features/practice/trend.js';
import { ResumeSection } from '../../features/profile/resume-section.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export function PracticePage() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Your practice" lead="You type or speak your answers: as in a real interview with a clock, or with a coach at your own pace. Then you read how it was scored, and by which of your own words.">
        Your practice
      </PageHeading>
      <WaitingInvitations />
      <GoOn />
      <Trend onStarted={({ id }) => void navigate({ to: paths.room, params: { id } })} />
      <div className={styles.beside}>
        <InterviewHistory />
        <div>
          <ResumeSection />
          <p className={styles.next}><Link to={paths.assessment}>See how your resume fits a job</Link></p>
        </div>
      </div>
    </>
  );
}
