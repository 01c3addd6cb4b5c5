import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../api/problem.js';
import { type AnswerKind, type Interview, type InterviewRole, type PracticeSuggestion, type PublishedPolicy } from '../../api/schema.js';
import { inOneBreath } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { AnswerKindChoice } from './answer-kind-choice.js';
import { Goals } from './goals.js';
import { HelpChoice } from './help-choice.js';
import { InterviewsLeft } from './interviews-left.js';
import { JobDescription, type ReadPage, tooLong } from './job-description.js';
import styles from './practice.module.css';
import { RoleChoice } from './role-choice.js';
import { UnseenNote } from './unseen-note.js';
import { useSetUp } from './use-set-up.js';
import { useStartInterview } from './use-start-interview.js';

interface Props {
  roles: InterviewRole[];
  limits: PublishedPolicy['limits'];
  suggestion: PracticeSuggestion['suggestion'];
  /** Whether AI takes part: a provider was allowed in the strip above the button. */
  aiProcessing: boolean;
  consents: (answerKind: AnswerKind) => React.ReactNode;
  readPage: ReadPage;
  onStarted: (interview: Interview) => void;
}

/** All there is to decide before the first question. */
export function SetUpChoices({ roles, limits, suggestion, aiProcessing, consents, readPage, onStarted }: Props) {
  const setUp = useSetUp({ roles, limits, suggestion });
  const [unnamed, setUnnamed] = useState(false);
  const start = useStartInterview(onStarted);
  const { set, level, wish } = setUp;
  if (roles.length === 0) return <p>There is no role to practise for on this machine. The operator can add one.</p>;
  const counts = Array.from({ length: limits.maxQuestions - limits.minQuestions + 1 }, (_, more) => limits.minQuestions + more);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setUnnamed(setUp.role.trim() === '');
    if (tooLong(setUp.jobDescription)) document.getElementById('job-description')?.focus();
    else if (wish) start.mutate({ ...wish, aiProcessing });
    else document.getElementById('role')?.focus();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <RoleChoice roles={roles} named={setUp.role} sets={setUp.sets} chosen={set} suggestion={suggestion} isMissing={unnamed} onName={setUp.setRole} onChoose={setUp.choose} />
      {setUp.error && <Failure title="We could not find out whose questions fit this role." error={setUp.error} />}
      <NativeSelect
        id="level" label="Level" value={level?.id ?? ''} disabled={!set} onChange={(event) => setUp.setLevel(event.currentTarget.value)}
        data={(set?.levels ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Goals text={setUp.goals} onType={setUp.setGoals} />
      <JobDescription text={setUp.jobDescription} refused={fieldError(start.error, 'jobDescription')} onType={setUp.setJobDescription} readPage={readPage} />
      <NativeSelect
        id="question-count" label="Number of questions" value={String(setUp.questionCount)} onChange={(event) => setUp.setQuestionCount(Number(event.currentTarget.value))}
        data={counts.map((number) => ({ value: String(number), label: String(number) }))}
      />
      <AnswerKindChoice kind={setUp.answerKind} onChoose={setUp.setAnswerKind} />
      <HelpChoice mode={setUp.mode} onChoose={setUp.setMode} />
      {set && level && setUp.mode === 'live' && <UnseenNote roleId={set.id} levelId={level.id} questionCount={setUp.questionCount} />}
      {consents(setUp.answerKind)}
      {set && <p className={styles.next}>The questions are about {inOneBreath(set.competencies.map(({ title }) => title.toLowerCase()))}. You may leave and come back on any device.</p>}
      <InterviewsLeft />
      {start.isError && <Failure title="The interview was not started." error={start.error} />}
      <div>
        <Button type="submit" loading={start.isPending || start.isSuccess}>Start the interview</Button>
        <p role="status" className={styles.next}>{start.isPending && aiProcessing && 'Your questions are being worded for this interview. If that takes longer than 20 seconds, you get them in the words of our bank.'}</p>
      </div>
    </form>
  );
}

function fieldError(error: unknown, field: string): string | null {
  return error instanceof ProblemError ? (error.problem.fields[field] ?? null) : null;
}
