import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { AssessmentDesk } from '../../features/assessment/assessment-desk.js';
import { PastAssessments } from '../../features/assessment/past-assessments.js';
import { ReadJobPage } from '../../features/job-page/read-job-page.js';
import { ResumeSection } from '../../features/profile/resume-section.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

const route = getRouteApi('/candidate/assessment');

export function AssessmentPage() {
  const navigate = useNavigate();
  const { role } = route.useSearch();
  return (
    <>
      <PageHeading
        title="How your resume fits" above={<Link to={paths.practice}>Your practice</Link>}
        lead="Your resume beside a role and a job description: what is there and in which line, what is missing, and what to do about it. Only you see it."
      >
        How your resume fits
      </PageHeading>
      <div className={styles.beside}>
        <div className={styles.below}>
          <AssessmentDesk
            roleId={role ?? null} onRole={(id) => void navigate({ to: paths.assessment, search: { role: id }, replace: true, resetScroll: false })}
            readPage={(text, onText) => <ReadJobPage text={text} onText={onText} />}
            onMade={(id) => void navigate({ to: paths.assessmentResult, params: { id } })}
          />
          <PastAssessments />
        </div>
        <ResumeSection />
      </div>
    </>
  );
}
