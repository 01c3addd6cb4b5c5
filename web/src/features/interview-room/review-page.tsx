import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { submitInterview } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { interviewQuery, interviewsQuery } from '../../api/queries.js';
import { type InterviewQuestion } from '../../api/schema.js';
import { inOneBreath } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { nameOf } from './question-name.js';
import styles from './room.module.css';
import { OnTheirWay, Untold } from './spoken-review.js';
import spoken from './spoken.module.css';
import { type RoomState } from './use-room.js';

interface Props {
  room: RoomState;
  answered: ReadonlySet<number>;
  onSubmitted: () => void;
}

/** The last look before the answers are given away to be scored. */
export function ReviewPage({ room, answered, onSubmitted }: Props) {
  const { id, questions } = room.interview;
  const { submission, hurry } = useSubmission(room, onSubmitted);
  const writing = useSyncExternalStore(room.scribe.subscribe, room.scribe.writing).split(',').map(Number);
  const spokenOnly = questions.filter(({ position, take }) => take !== null && !answered.has(position));
  const untold = spokenOnly.filter(({ position }) => !writing.includes(position));
  const open = questions.filter(({ position, follows, take }) => follows === null && take === null && !answered.has(position)).map(({ position }) => String(position));
  return (
    <>
      <PageHeading title="Check your answers">Check your answers</PageHeading>
      <div className={spoken.notices}>
        {open.length > 0 && (
          <Notice kind="warning" title={open.length === 1 ? `Question ${open.join('')} has no answer` : `Questions ${inOneBreath(open)} have no answer`}>
            A question without an answer counts as 0. You can still go back to it.
          </Notice>
        )}
        <Untold id={id} untold={untold} takes={room.takes} />
        {untold.length < spokenOnly.length && <Notice kind="info" title="What you said is being written down">Submitting waits for it.</Notice>}
      </div>
      <ol className={styles.review}>
        {questions.map((question) => {
          const { position, follows, text } = question;
          const isOpen = !answered.has(position) && (follows === null || untold.includes(question));
          return (
            <li key={position} data-follow-up={follows !== null}>
              <Link to="/interviews/$id" params={{ id }} search={{ question: position }}>{nameOf(question)}</Link>
              <span className={styles.reviewState} data-open={isOpen}>{stateOf(question, answered)}</span>
              <p className={styles.reviewText}>{text}</p>
            </li>
          );
        })}
      </ol>
      <p className={styles.final}>After you submit, answers cannot be changed. {whoReads(room.interview)}</p>
      <OnTheirWay takes={room.takes} {...(submission.isPending ? { onHurry: hurry } : {})} />
      {submission.isError && <SubmissionFailure error={submission.error} />}
      <div className={styles.actions}>
        <ButtonLink variant="default" to="/interviews/$id" params={{ id }} search={{ question: questions.at(-1)?.position ?? 1 }}>Back to the questions</ButtonLink>
        <Button loading={submission.isPending || submission.isSuccess} onClick={() => submission.mutate()}>Submit interview</Button>
      </div>
    </>
  );
}

/** What happens with it from then on. */
function whoReads({ invited, judgedBy }: RoomState['interview']): string {
  if (!invited) return 'Scoring starts at once, and no recruiter sees the report.';
  return `${judgedBy === 'people' ? 'No program scores them.' : 'Scoring starts at once.'} ${invited.by} can read them from then on, for as long as you share this interview with it.`;
}

class UnsavedAnswersError extends Error {
  constructor(readonly positions: number[]) {
    super('Some answers are not saved yet.');
  }
}

const stateOf = ({ position, take }: InterviewQuestion, answered: ReadonlySet<number>): string => {
  if (answered.has(position)) return 'Answered';
  return take === null ? 'Not answered' : 'Spoken, no text yet';
};

/** Whoever went back to the questions while it waited has not submitted. */
class WentBackError extends Error {}

/** Submits what is saved. Recordings that are on their way are waited for, unless one is in a hurry: the scores come from the text. */
function useSubmission({ interview: { id }, answers, takes, scribe }: RoomState, onSubmitted: () => void) {
  const queryClient = useQueryClient();
  const hurry = useRef<() => void>(() => undefined);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => { isHere.current = false; };
  }, []);
  const submission = useMutation({
    mutationFn: async () => {
      await scribe.settled();
      const unsaved = await answers.flush();
      if (unsaved.length > 0) throw new UnsavedAnswersError(unsaved);
      await Promise.race([Promise.all([takes.safe(), takes.tellRest()]), new Promise<void>((resolve) => { hurry.current = resolve; })]);
      if (!isHere.current) throw new WentBackError('Not submitted.');
      return submitInterview(id);
    },
    onSuccess: (interview) => {
      queryClient.setQueryData(interviewQuery(id).queryKey, interview);
      void queryClient.invalidateQueries({ queryKey: interviewsQuery.queryKey });
      onSubmitted();
    },
    onError: (error) => {
      if (isProblem(error, 'interviews.already_submitted')) onSubmitted();
      // Somebody spoke an answer on another device: it is listed above, then.
      // Or its time ran out meanwhile, which the room says above.
      if (isProblem(error, 'interviews.transcript_missing') || isProblem(error, 'interviews.deadline_over')) void queryClient.invalidateQueries({ queryKey: interviewQuery(id).queryKey });
    },
  });
  return { submission, hurry: () => hurry.current() };
}

function SubmissionFailure({ error }: { error: unknown }) {
  if (!(error instanceof UnsavedAnswersError)) return <Failure title="The interview was not submitted." error={error} />;
  return (
    <Notice kind="failure" title="The interview was not submitted.">
      {error.positions.length === 1 ? 'The answer to question' : 'The answers to questions'} {inOneBreath(error.positions.map(String))} could not be saved yet. What you typed is still here. Open it, see what is wrong, and submit again.
    </Notice>
  );
}
