import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery, resumeQuery, rolesQuery, suggestionQuery } from '../../api/queries.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './practice.module.css';
import { SetUpChoices } from './set-up-choices.js';

/** What the interview is about; everything else is decided by the question plan. */
export function SetUpForm({ onStarted }: { onStarted: (id: string) => void }) {
  const roles = useQuery(rolesQuery);
  const policy = useQuery(policyQuery);
  const { data: resume } = useQuery(resumeQuery);
  const { data: suggestion } = useQuery(suggestionQuery(resume?.resume?.readAt ?? null));
  const skeleton = <div className={styles.form}>{[70, 70, 160, 70].map((height, field) => <Skeleton key={field} height={height} />)}</div>;
  return (
    <Loaded query={roles} failed="The roles could not be read." skeleton={skeleton}>
      {(known) => (
        <Loaded query={policy} failed="The limits of an interview could not be read." skeleton={skeleton}>
          {({ limits, aiProvider }) => <SetUpChoices roles={known} limits={limits} aiProvider={aiProvider} suggestion={suggestion ?? null} onStarted={onStarted} />}
        </Loaded>
      )}
    </Loaded>
  );
}
