import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteResume } from '../../api/commands.js';
import { resumeQuery } from '../../api/queries.js';
import { type ResumeFacts } from '../../api/schema.js';
import { count, showDay } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import styles from './resume.module.css';

/** What was kept of a resume, and the way to be rid of it. */
export function ResumeFactsView({ resume, justRead }: { resume: ResumeFacts; justRead: boolean }) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const deletion = useMutation({
    mutationFn: deleteResume,
    onSuccess: () => {
      queryClient.setQueryData(resumeQuery.queryKey, { resume: null });
      setAsking(false);
    },
  });
  return (
    <div className={styles.facts}>
      {justRead && <Notice kind="done">We read it, kept these skills and discarded the file.</Notice>}
      <p className={styles.hint}>
        {count(resume.skills.length, 'skill')} found on {count(resume.pages, 'page')}, read on {showDay(resume.readAt)}. Kept until you delete them.
      </p>
      {resume.skills.length === 0
        ? <p>We found no skill we know by name. Your questions come from the role and the level alone.</p>
        : <ul className={styles.skills} aria-label="Skills found in your resume">{resume.skills.map((skill) => <li key={skill.id}>{skill.name}</li>)}</ul>}
      <div><Button variant="subtle" color="red" size="compact-md" className={styles.delete} onClick={() => setAsking(true)}>Delete these skills</Button></div>
      <ConfirmDialog
        open={asking} title="Delete the skills found in your resume?" verb="Delete these skills" destroys busy={deletion.isPending} error={deletion.error}
        onConfirm={() => deletion.mutate()} onClose={() => setAsking(false)}
      >
        <p>Interviews you started keep their questions. The next one is planned without your skills.</p>
      </ConfirmDialog>
    </div>
  );
}
