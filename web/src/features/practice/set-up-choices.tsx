import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../api/problem.js';
import { type Interview, type InterviewRole, type PracticeSuggestion, type PublishedPolicy } from '../../api/schema.js';
import { inOneBreath } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { HelpChoice } from './help-choice.js';
import { JobDescription, tooLong } from './job-description.js';
import styles from './practice.module.css';
import { RoleChoice } from './role-choice.js';
import { useStartInterview } from './use-start-interview.js';

const USUAL_QUESTIONS = 5;

interface Props {
  roles: InterviewRole[];
  limits: PublishedPolicy['limits'];
  aiProvider: PublishedPolicy['aiProvider'];
  suggestion: PracticeSuggestion['suggestion'];
  onStarted: (id: string) => void;
}

/** What was not chosen yet is as the resume suggests, or as most people want it. */
export function SetUpChoices({ roles, limits, aiProvider, suggestion, onStarted }: Props) {
  const [roleId, setRoleId] = useState<string | null>(null);
  const [levelId, setLevelId] = useState<string | null>(null);
  const [jobDescription, setJobDescription] = useState('');
  const [questionCount, setQuestionCount] = useState(Math.min(limits.maxQuestions, Math.max(limits.minQuestions, USUAL_QUESTIONS)));
  const [mode, setMode] = useState<Interview['mode']>('live');
  const [aiProcessing, setAiProcessing] = useState(false);
  const start = useStartInterview(onStarted);
  const role = roles.find(({ id }) => id === (roleId ?? suggestion?.roleId)) ?? roles[0];
  const level = role?.levels.find(({ id }) => id === (levelId ?? suggestion?.levelId)) ?? role?.levels[0];
  if (!role || !level) return <p>There is no role to practise for on this machine. The operator can add one.</p>;
  const counts = Array.from({ length: limits.maxQuestions - limits.minQuestions + 1 }, (_, more) => limits.minQuestions + more);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (tooLong(jobDescription)) document.getElementById('job-description')?.focus();
    else start.mutate({ roleId: role.id, levelId: level.id, questionCount, mode, aiProcessing, ...(jobDescription.trim() ? { jobDescription } : {}) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <RoleChoice roles={roles} role={role} suggestion={suggestion} onChoose={setRoleId} />
      <NativeSelect
        id="level" label="Level" value={level.id} onChange={(event) => setLevelId(event.currentTarget.value)}
        data={role.levels.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <JobDescription text={jobDescription} refused={fieldError(start.error, 'jobDescription')} onType={setJobDescription} />
      <NativeSelect
        id="question-count" label="Number of questions" value={String(questionCount)} onChange={(event) => setQuestionCount(Number(event.currentTarget.value))}
        data={counts.map((number) => ({ value: String(number), label: String(number) }))}
      />
      <HelpChoice mode={mode} onChoose={setMode} />
      {aiProvider !== null && <AiChoice provider={aiProvider} chosen={aiProcessing} onChoose={setAiProcessing} />}
      <p className={styles.next}>The questions are about {inOneBreath(role.competencies.map(({ title }) => title.toLowerCase()))}. You type your answers, and may leave and come back on any device.</p>
      {start.isError && <Failure title="The interview was not started." error={start.error} />}
      <div><Button type="submit" loading={start.isPending || start.isSuccess}>Start the interview</Button></div>
    </form>
  );
}

function AiChoice({ provider, chosen, onChoose }: { provider: string; chosen: boolean; onChoose: (chosen: boolean) => void }) {
  return (
    <Checkbox
      id="ai-processing" label={`Let ${provider} judge my answers`} checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)}
      description={`The questions and your answers are sent to ${provider} once you submit, without your name and without your resume. If you leave this off, the built-in evaluator judges them here and nothing is sent.`}
    />
  );
}

function fieldError(error: unknown, field: string): string | null {
  return error instanceof ProblemError ? (error.problem.fields[field] ?? null) : null;
}
