import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { resumeQuery } from '../../api/queries.js';
import { Loaded } from '../../ui/loaded.js';
import { ResumeDrop } from './resume-drop.js';
import { ResumeFactsView } from './resume-facts.js';
import styles from './resume.module.css';
import { useResumeUpload } from './use-resume-upload.js';

/** The resume: given, read, and thrown away but for the facts in it, unless its owner keeps the file. */
export function ResumeSection() {
  const query = useQuery(resumeQuery);
  const upload = useResumeUpload();
  return (
    <section className={styles.section} aria-labelledby="resume">
      <h2 id="resume">Your resume</h2>
      <Loaded query={query} failed="What we kept of your resume could not be read." skeleton={<Skeleton height={120} />}>
        {({ resume }) => (
          <>
            {resume && <ResumeFactsView resume={resume} justRead={upload.justRead} />}
            <ResumeDrop upload={upload} replaces={resume !== null} />
          </>
        )}
      </Loaded>
    </section>
  );
}
