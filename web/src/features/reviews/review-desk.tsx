import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isAbsent, isProblem } from '../../api/problem.js';
import { openReview, putReviewBack, type Review, reviewQuery } from '../../api/review-queries.js';
import { showClock, showDay } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { Deciding } from './deciding.js';
import { ReasonForm } from './reason-form.js';
import styles from './reviews.module.css';

/** One interview, from the reason why it is read to the decision. */
export function ReviewDesk({ id }: { id: string }) {
  const queryClient = useQueryClient();
  const query = useQuery(reviewQuery(id));
  const [decided, setDecided] = useState<string | null>(null);
  const opening = useMutation({
    mutationFn: (reason: string) => openReview({ id, reason }),
    onSuccess: async (review) => {
      queryClient.setQueryData(reviewQuery(id).queryKey, review);
      await queryClient.invalidateQueries({ queryKey: ['operations', 'reviews'] });
    },
  });
  const back = <Link to="/operator/reviews">Back to the list</Link>;
  if (decided !== null) return <Notice kind="done" title={`Decided: ${decided}`} action={back}>Whoever was interviewed has been told, and reads your reason in the report.</Notice>;
  if (isAbsent(query.error)) return <Notice kind="info" title="This is not here any more" action={back}>It was deleted by whoever it belonged to, or it was never there.</Notice>;
  if (isProblem(query.error, 'interviews.review_decided')) return <Notice kind="info" title="A person has decided about this" action={back}>There is nothing left to do.</Notice>;
  if (isProblem(query.error, 'interviews.review_not_open') && !query.data) return <ReasonForm busy={opening.isPending} error={opening.error} onReason={opening.mutate} />;
  return (
    <Loaded query={query} failed="It could not be read." skeleton={<LinesSkeleton lines={10} />}>
      {(review) => <Open review={review} onDecided={setDecided} />}
    </Loaded>
  );
}

function Open({ review, onDecided }: { review: Review; onDecided: (outcome: string) => void }) {
  const { id, dueAt, heldUntil, shown } = review;
  const queryClient = useQueryClient();
  const puttingBack = useMutation({
    mutationFn: () => putReviewBack(id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['operations', 'reviews'] });
      await queryClient.resetQueries({ queryKey: reviewQuery(id).queryKey });
    },
  });
  return (
    <div className={styles.board}>
      <div className={styles.stack}>
        <p className={styles.facts}>
          <span>{shown.roleTitle}, {shown.levelTitle}</span><span>Handed in on {showDay(shown.submittedAt)}</span><span>To be decided by {showDay(dueAt)}</span><span>Yours until {showClock(heldUntil)}</span>
        </p>
        {shown.runs.length === 1 && <Notice kind="info">A second evaluation could not be had, so there is one alone.</Notice>}
        {puttingBack.isError && <Failure title="It was not put back." error={puttingBack.error} />}
        <Button variant="default" loading={puttingBack.isPending} onClick={() => puttingBack.mutate()}>Put it back</Button>
      </div>
      <Deciding review={review} onDecided={onDecided} />
    </div>
  );
}
