import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '../../ui/failure.js';
import { isAnswered } from './draft.js';
import { type Examiner } from './examiner.js';
import { type GuestQuestion } from './examiner-words.js';
import { type GuestParts } from './guest-parts.js';
import styles from './guest-practice.module.css';
import { type GuestInterview } from './use-guest-interview.js';

interface Props {
  examiner: Examiner;
  interview: GuestInterview;
  question: GuestQuestion;
  Opinion: GuestParts['Opinion'];
}

/** A hint and a first opinion while the answer can still be changed, from this page itself. */
export function Coach({ examiner, interview: { plan, draftAt }, question: { position, questionId }, Opinion }: Props) {
  const { text } = draftAt(position);
  const earlier = plan.questions.filter((before) => before.position < position).map((before) => draftAt(before.position).text);
  const hint = useMutation({ networkMode: 'always', gcTime: 0, mutationFn: () => examiner.ask({ kind: 'hint', questionId, text, earlier }) });
  const opinion = useMutation({ networkMode: 'always', gcTime: 0, mutationFn: () => examiner.ask({ kind: 'opinion', questionId, text, earlier }) });
  const error = hint.error ?? opinion.error;
  return (
    <section className={styles.coach} aria-label="Coach">
      <div className={styles.actions}>
        <Button variant="default" size="sm" loading={hint.isPending} onClick={() => hint.mutate()}>Give me a hint</Button>
        {isAnswered(draftAt(position)) && <Button variant="default" size="sm" loading={opinion.isPending} onClick={() => opinion.mutate()}>What is this answer worth so far?</Button>}
      </div>
      <div role="status" className={styles.words}>
        {hint.isSuccess && <p className={styles.hint}>{hint.data ?? 'You make every point this question asks for.'}</p>}
        {opinion.data && <Opinion feedback={opinion.data} />}
      </div>
      {error && <Failure error={error} />}
    </section>
  );
}
