import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { submitInterview } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { interviewQuery, interviewsQuery } from '../../api/queries.js';
import { type Interview } from '../../api/schema.js';
import { inOneBreath } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { nameOf } from './question-name.js';
import { type RoomAnswers } from './room-answers.js';
import styles from './room.module.css';

interface Props {
  interview: Interview;
  answers: RoomAnswers;
  answered: ReadonlySet<number>;
  onSubmitted: () => void;
}

/** The last look before the answers are given away to be scored. */
export function ReviewPage({ interview, answers, answered, onSubmitted }: Props) {
  const { id, questions } = interview;
  const submission = useSubmission(id, answers, onSubmitted);
  const open = questions.filter(({ position, follows }) => follows === null && !answered.has(position)).map(({ position }) => String(position));
  return (
    <>
      <PageHeading title="Check your answers">Check your answers</PageHeading>
      {open.length > 0 && (
        <Notice kind="warning" title={open.length === 1 ? `Question ${open.join('')} has no answer` : `Questions ${inOneBreath(open)} have no answer`}>
          A question without an answer counts as 0. You can still go back to it.
        </Notice>
      )}
      <ol className={styles.review}>
        {questions.map((question) => {
          const { position, follows, text } = question;
          return (
            <li key={position} data-follow-up={follows !== null}>
              <Link to="/interviews/$id" params={{ id }} search={{ question: position }}>{nameOf(question)}</Link>
              <span className={styles.reviewState} data-open={follows === null && !answered.has(position)}>{answered.has(position) ? 'Answered' : 'Not answered'}</span>
              <p className={styles.reviewText}>{text}</p>
            </li>
          );
        })}
      </ol>
      <p className={styles.final}>After you submit, answers cannot be changed. Scoring starts at once, and only you see the report.</p>
      {submission.isError && <SubmissionFailure error={submission.error} />}
      <div className={styles.actions}>
        <ButtonLink variant="default" to="/interviews/$id" params={{ id }} search={{ question: questions.at(-1)?.position ?? 1 }}>Back to the questions</ButtonLink>
        <Button loading={submission.isPending || submission.isSuccess} onClick={() => submission.mutate()}>Submit interview</Button>
      </div>
    </>
  );
}

class UnsavedAnswersError extends Error {
  constructor(readonly positions: number[]) {
    super('Some answers are not saved yet.');
  }
}

function useSubmission(id: string, answers: RoomAnswers, onSubmitted: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const unsaved = await answers.flush();
      if (unsaved.length > 0) throw new UnsavedAnswersError(unsaved);
      return submitInterview(id);
    },
    onSuccess: (interview) => {
      queryClient.setQueryData(interviewQuery(id).queryKey, interview);
      void queryClient.invalidateQueries({ queryKey: interviewsQuery.queryKey });
      onSubmitted();
    },
    onError: (error) => {
      if (isProblem(error, 'interviews.already_submitted')) onSubmitted();
    },
  });
}

function SubmissionFailure({ error }: { error: unknown }) {
  if (!(error instanceof UnsavedAnswersError)) return <Failure title="The interview was not submitted." error={error} />;
  return (
    <Notice kind="failure" title="The interview was not submitted.">
      {error.positions.length === 1 ? 'The answer to question' : 'The answers to questions'} {inOneBreath(error.positions.map(String))} could not be saved yet. What you typed is still here. Open it, see what is wrong, and submit again.
    </Notice>
  );
}
