import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { compareKey, type Recommendation, reviewedKey, type ReviewedInterview, submitScorecard } from '../../api/reviewed-queries.js';
import { showClock } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './scorecards.module.css';
import { type Draft } from './use-draft.js';
import { recommendationWords } from './words.js';

interface Props {
  review: ReviewedInterview;
  draft: Draft;
  onSubmitted: () => void;
}

/** The end of one's ratings: what one recommends, and the press that lets them count. */
export function Recommend({ review: { invitationId, answers }, draft, onSubmitted }: Props) {
  const { rating, change, saving } = draft;
  const [fault, setFault] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const submitting = useMutation({
    mutationFn: () => submitScorecard(invitationId, rating),
    scope: { id: `scorecard ${invitationId}` },
    onSuccess: async (data) => {
      queryClient.setQueryData(reviewedKey(invitationId), data);
      onSubmitted();
      await queryClient.invalidateQueries({ queryKey: compareKey });
    },
  });
  const missing = answers.filter(({ position }) => !draft.markOf(position)).map(({ position }) => position);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (missing.length > 0) return setFault(`Give every answer a mark first: question ${missing.join(', ')} has none.`);
    if (rating.recommendation === null) return setFault('Choose what you recommend.');
    draft.leave();
    submitting.mutate();
  };
  return (
    <form noValidate className={styles.recommend} onSubmit={submit}>
      <fieldset className={styles.choices}>
        <legend>Would you go on with this person?</legend>
        {(Object.keys(recommendationWords) as Recommendation[]).map((one) => (
          <label key={one}><input type="radio" name="recommendation" checked={rating.recommendation === one} onChange={() => { change({ recommendation: one }); setFault(null); }} />{recommendationWords[one]}</label>
        ))}
      </fieldset>
      <Textarea id="summary" className={styles.wide} label="In short" description="What speaks for it, what against it. For your colleagues; the candidate can ask to read it." autosize minRows={3} maxLength={5000} value={rating.summary} onChange={({ currentTarget }) => change({ summary: currentTarget.value })} />
      {fault !== null && <p role="alert" className={styles.fault}>{fault}</p>}
      {submitting.isError && <Failure title="Your ratings were not submitted. They are kept as a draft." error={submitting.error} />}
      {saving.error != null && <Failure title="Your draft could not be saved." error={saving.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={submitting.isPending}>Submit my ratings</Button>
        <span role="status" className={styles.soft}>{saving.savedAt === null || saving.error != null ? '' : `Draft saved at ${showClock(saving.savedAt)}, for you alone`}</span>
      </div>
    </form>
  );
}
