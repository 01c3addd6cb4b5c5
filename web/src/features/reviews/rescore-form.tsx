import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../api/problem.js';
import { type Evaluators, rescore, rescoringsQuery } from '../../api/review-queries.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './reviews.module.css';

const REPLAY = '';

/** Who judges once more, and which interviews. */
export function RescoreForm({ evaluators: { configured, known, rubric } }: { evaluators: Evaluators }) {
  const queryClient = useQueryClient();
  const [evaluator, setEvaluator] = useState(configured[0]?.evaluator ?? REPLAY);
  const [of, setOf] = useState('');
  const [interviewId, setInterviewId] = useState('');
  const asking = useMutation({
    mutationFn: () => rescore({ evaluator: evaluator === REPLAY ? null : evaluator, ...(of === '' ? {} : { of }), ...(interviewId.trim() === '' ? {} : { interviewId: interviewId.trim() }) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: rescoringsQuery.queryKey }),
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    asking.mutate();
  };
  const fields = asking.error instanceof ProblemError ? asking.error.problem.fields : {};
  return (
    <form noValidate className={styles.part} onSubmit={send}>
      <div className={styles.form}>
        <NativeSelect
          id="evaluator" label="Who judges" value={evaluator} error={fields.evaluator} onChange={({ currentTarget }) => setEvaluator(currentTarget.value)}
          data={[...configured.map((each) => ({ value: each.evaluator, label: `${each.builtIn ? 'The built-in evaluator' : each.evaluator}, version ${each.version}` })), { value: REPLAY, label: `Nobody: the stored numbers, by rubric ${rubric}` }]}
        />
        <NativeSelect
          id="of" label="Which interviews" value={of} onChange={({ currentTarget }) => setOf(currentTarget.value)}
          data={[{ value: '', label: 'All that are scored' }, ...known.map(({ key, evaluator: name, version, rubric: by }) => ({ value: key, label: `Scored by ${name}, version ${version}, ${by}` }))]}
        />
        <TextInput id="interview" label="One interview alone, by its id" description="Leave it empty for all of them." value={interviewId} error={fields.interviewId} onChange={({ currentTarget }) => setInterviewId(currentTarget.value)} />
      </div>
      <p className={styles.soft}>An AI provider is asked only about interviews of people who wanted AI there and still allow that provider. What is made stands beside the scores that count, and changes none of them.</p>
      {asking.isError && Object.keys(fields).length === 0 && <Failure title="Nothing was begun." error={asking.error} />}
      {asking.data && <p role="status">{count(asking.data.total, 'interview')} to be scored.</p>}
      <div><Button type="submit" loading={asking.isPending}>Score them once more</Button></div>
    </form>
  );
}
