import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { assessmentRolesQuery, resumeQuery } from '../../api/queries.js';
import { Loaded } from '../../ui/loaded.js';
import { AssessmentForm, type ReadPage } from './assessment-form.js';
import styles from './assessment.module.css';

interface Props {
  /** As the address says; one that is not in the list counts as none. */
  roleId: string | null;
  onRole: (id: string) => void;
  onMade: (id: string) => void;
  readPage: ReadPage;
}

/** Where an assessment is asked for; without a resume it says what is needed first. */
export function AssessmentDesk({ roleId, onRole, onMade, readPage }: Props) {
  const resume = useQuery(resumeQuery);
  const roles = useQuery(assessmentRolesQuery);
  const skeleton = <div className={styles.form}>{[70, 220, 42].map((height, field) => <Skeleton key={field} height={height} />)}</div>;
  return (
    <section aria-labelledby="assess" className={styles.block}>
      <h2 id="assess">Beside which role?</h2>
      <Loaded query={resume} failed="Whether you have a resume here could not be read." skeleton={skeleton}>
        {({ resume: facts }) => (facts === null ? <NoResume /> : (
          <Loaded query={roles} failed="The roles could not be read." skeleton={skeleton}>
            {(known) => <AssessmentForm roles={known} roleId={roleId} onRole={onRole} onMade={onMade} readPage={readPage} />}
          </Loaded>
        ))}
      </Loaded>
    </section>
  );
}

const NoResume = () => (
  <div className={styles.empty}>
    <p>There is no resume of yours here yet. <a href="#resume">Add one under “Your resume”</a>, and this page goes on by itself.</p>
    <p>We read it, keep the skills and the lines they stand in, and leave out your name and how to reach you.</p>
  </div>
);
