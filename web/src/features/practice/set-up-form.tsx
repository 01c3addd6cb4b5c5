import { Button, Checkbox, NativeSelect, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { startInterview } from '../../api/commands.js';
import { interviewQuery, interviewsQuery, policyQuery, rolesQuery } from '../../api/queries.js';
import { type InterviewRole, type PublishedPolicy } from '../../api/schema.js';
import { inOneBreath } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './practice.module.css';

const USUAL_QUESTIONS = 5;

/** What the interview is about; everything else is decided by the question plan. */
export function SetUpForm({ onStarted }: { onStarted: (id: string) => void }) {
  const roles = useQuery(rolesQuery);
  const policy = useQuery(policyQuery);
  const skeleton = <div className={styles.form}>{[0, 1, 2].map((field) => <Skeleton key={field} height={70} />)}</div>;
  return (
    <Loaded query={roles} failed="The roles could not be read." skeleton={skeleton}>
      {(known) => (
        <Loaded query={policy} failed="The limits of an interview could not be read." skeleton={skeleton}>
          {({ limits, aiProvider }) => <Choices roles={known} limits={limits} aiProvider={aiProvider} onStarted={onStarted} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface ChoicesProps {
  roles: InterviewRole[];
  limits: PublishedPolicy['limits'];
  aiProvider: PublishedPolicy['aiProvider'];
  onStarted: (id: string) => void;
}

function Choices({ roles, limits, aiProvider, onStarted }: ChoicesProps) {
  const queryClient = useQueryClient();
  const [roleId, setRoleId] = useState(roles[0]?.id ?? '');
  const [levelId, setLevelId] = useState('');
  const [questionCount, setQuestionCount] = useState(Math.min(limits.maxQuestions, Math.max(limits.minQuestions, USUAL_QUESTIONS)));
  const [aiProcessing, setAiProcessing] = useState(false);
  const role = roles.find(({ id }) => id === roleId);
  const level = role?.levels.find(({ id }) => id === levelId) ?? role?.levels[0];
  const start = useMutation({
    mutationFn: startInterview,
    onSuccess: (interview) => {
      queryClient.setQueryData(interviewQuery(interview.id).queryKey, interview);
      void queryClient.invalidateQueries({ queryKey: interviewsQuery.queryKey });
      onStarted(interview.id);
    },
  });
  if (!role || !level) return <p>There is no role to practise for on this machine. The operator can add one.</p>;
  const counts = Array.from({ length: limits.maxQuestions - limits.minQuestions + 1 }, (_, more) => limits.minQuestions + more);
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); start.mutate({ roleId: role.id, levelId: level.id, questionCount, aiProcessing }); }}>
      <NativeSelect
        id="role" label="Role" value={role.id} onChange={(event) => setRoleId(event.currentTarget.value)}
        data={roles.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <NativeSelect
        id="level" label="Level" value={level.id} onChange={(event) => setLevelId(event.currentTarget.value)}
        data={role.levels.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <NativeSelect
        id="question-count" label="Number of questions" value={String(questionCount)} onChange={(event) => setQuestionCount(Number(event.currentTarget.value))}
        data={counts.map((number) => ({ value: String(number), label: String(number) }))}
      />
      {aiProvider !== null && (
        <Checkbox
          id="ai-processing" label={`Let ${aiProvider} judge my answers`} checked={aiProcessing} onChange={(event) => setAiProcessing(event.currentTarget.checked)}
          description={`The questions and your answers are sent to ${aiProvider} once you submit, without your name and without your resume. If you leave this off, the built-in evaluator judges them here and nothing is sent.`}
        />
      )}
      <p className={styles.next}>The questions are about {inOneBreath(role.competencies.map(({ title }) => title.toLowerCase()))}. You type your answers, without a clock, and may leave and come back.</p>
      {start.isError && <Failure title="The interview was not started." error={start.error} />}
      <div><Button type="submit" loading={start.isPending || start.isSuccess}>Start the interview</Button></div>
    </form>
  );
}
