import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { askFeedback, askHint } from '../../api/commands.js';
import { type Feedback } from '../../api/schema.js';
import { capital } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { type AnswerKeeper } from './answer-keeper.js';
import styles from './coach.module.css';

class UnsavedAnswerError extends Error {}

/** A hint and a first opinion while the answer can still be changed. Both look at what is saved, so it is saved first. */
export function CoachCorner({ id, position, keeper, empty }: { id: string; position: number; keeper: AnswerKeeper; empty: boolean }) {
  const saved = async (): Promise<void> => { if (!(await keeper.flush())) throw new UnsavedAnswerError('The answer is not saved yet.'); };
  const hint = useMutation({ mutationFn: async () => { await saved(); return askHint(id, position); } });
  const feedback = useMutation({ mutationFn: async () => { await saved(); return askFeedback(id, position); } });
  const error = hint.error ?? feedback.error;
  return (
    <section className={styles.coach} aria-label="Coach">
      <div className={styles.asks}>
        <Button variant="default" size="sm" loading={hint.isPending} onClick={() => hint.mutate()}>Give me a hint</Button>
        {!empty && <Button variant="default" size="sm" loading={feedback.isPending} onClick={() => feedback.mutate()}>What is this answer worth so far?</Button>}
      </div>
      <div role="status" className={styles.words}>
        {hint.data && <p className={styles.hint}>{hint.data.hint ?? 'You make every point this question asks for.'}</p>}
        {feedback.data && <Opinion feedback={feedback.data} />}
      </div>
      {error && (error instanceof UnsavedAnswerError ? <p className={styles.soft}>Your answer is not saved yet, so there is nothing to look at. Ask again when it is.</p> : <Failure error={error} />)}
    </section>
  );
}

/** What an answer is worth as it stands. */
export function Opinion({ feedback: { shown, message, points, advice } }: { feedback: Feedback }) {
  if (shown === null) return <p>{message ?? 'There is no number for this answer.'}</p>;
  const covered = points.filter((point) => point.covered);
  return (
    <div className={styles.opinion}>
      <p><strong>{shown} of 10</strong> so far, by the built-in evaluator. It is kept nowhere; what counts is what you submit.</p>
      <p>{covered.length} of the {points.length} points that this question asks for are in it.</p>
      {advice.length > 0 && <ul>{advice.map((sentence) => <li key={sentence}>{capital(sentence.replace(/^Next time, /, ''))}</li>)}</ul>}
    </div>
  );
}
