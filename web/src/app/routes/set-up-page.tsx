import { Link, useNavigate } from '@tanstack/react-router';
import { ReadJobPage } from '../../features/job-page/read-job-page.js';
import { SetUpForm } from '../../features/practice/set-up-form.js';
import { ResumeSection } from '../../features/profile/resume-section.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export function SetUpPage() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="New interview" above={<Link to={paths.practice}>Your practice</Link>} lead="A role, a level and a number are enough. A resume or a job description helps to ask about what matters, and you can do without.">
        Set up your interview
      </PageHeading>
      <div className={styles.beside}>
        <SetUpForm readPage={(text, onText) => <ReadJobPage text={text} onText={onText} />} onStarted={({ id, answerKind }) => void navigate({ to: paths.room, params: { id }, search: { question: answerKind === 'text' ? 'warm-up' : 'devices' } })} />
        <div>
          <ResumeSection />
          <p className={styles.next}><Link to={paths.assessment}>See how your resume fits a job</Link></p>
        </div>
      </div>
    </>
  );
}
