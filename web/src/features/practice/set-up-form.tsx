import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery, resumeQuery, rolesQuery, suggestionQuery } from '../../api/queries.js';
import { type Interview, type InterviewRole, type PracticeSuggestion, type PublishedPolicy } from '../../api/schema.js';
import { consentsQuery } from '../../consent/consent-api.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { ConsentStrip } from './consent-strip.js';
import styles from './practice.module.css';
import { type ReadPage } from './job-description.js';
import { SetUpChoices } from './set-up-choices.js';

/** What the interview is about; everything else is decided by the question plan. */
export function SetUpForm({ readPage, onStarted }: { readPage: ReadPage; onStarted: (interview: Interview) => void }) {
  const roles = useQuery(rolesQuery);
  const policy = useQuery(policyQuery);
  const { data: resume } = useQuery(resumeQuery);
  const { data: suggestion } = useQuery(suggestionQuery(resume?.resume?.readAt ?? null));
  const skeleton = <div className={styles.form}>{[70, 70, 160, 70].map((height, field) => <Skeleton key={field} height={height} />)}</div>;
  return (
    <Loaded query={roles} failed="The roles could not be read." skeleton={skeleton}>
      {(known) => (
        <Loaded query={policy} failed="The limits of an interview could not be read." skeleton={skeleton}>
          {(published) => <WithConsents roles={known} policy={published} suggestion={suggestion ?? null} readPage={readPage} onStarted={onStarted} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface Props {
  roles: InterviewRole[];
  policy: PublishedPolicy;
  suggestion: PracticeSuggestion['suggestion'];
  readPage: ReadPage;
  onStarted: (interview: Interview) => void;
}

/** An AI takes part when a switch says so at the moment the interview starts; the server asks again each time. */
function WithConsents({ roles, policy: { limits, ai }, suggestion, readPage, onStarted }: Props) {
  const { data: consents = [] } = useQuery(consentsQuery);
  const isAllowed = ai.some(({ id, roles: does }) =>
    (does.includes('evaluator') || does.includes('question_writer')) && consents.some(({ purpose, scope, live }) => purpose === 'ai_processing' && scope === id && live));
  return (
    <SetUpChoices
      roles={roles} limits={limits} suggestion={suggestion} readPage={readPage} onStarted={onStarted} aiProcessing={isAllowed}
      consents={(answerKind) => <ConsentStrip providers={ai} answerKind={answerKind} />}
    />
  );
}
