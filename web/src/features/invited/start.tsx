import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Judge, type OwnInvitation, ownInvitationsKey, startInvited } from '../../api/invited-queries.js';
import { consentsQuery } from '../../consent/consent-api.js';
import { showDay } from '../../lib/format.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { Failure } from '../../ui/failure.js';
import { type Provider } from './ai-consents.js';
import styles from './invited.module.css';
import { scoredFrom } from './words.js';

interface Props {
  invitation: OwnInvitation;
  providers: readonly Provider[];
  onStarted: (interviewId: string) => void;
}

/** Begins, with a program that scores or with people alone; both count the same. */
export function Start({ invitation, providers, onStarted }: Props) {
  const { id, organisation, ai } = invitation;
  const from = scoredFrom(invitation);
  const queryClient = useQueryClient();
  const { data: consents = [] } = useQuery(consentsQuery);
  const [attempt, setAttempt] = useState(0);
  const isLive = (purpose: string, scope: string): boolean => consents.some((state) => state.purpose === purpose && state.scope === scope && state.live);
  const isShared = isLive('invited_result', id);
  const aiProcessing = providers.some(({ id: provider, roles }) => roles.includes('evaluator') && isLive('ai_processing', provider));
  const starting = useMutation({
    mutationFn: (judgedBy: Judge) => startInvited(id, { judgedBy, aiProcessing: judgedBy === 'ai' && aiProcessing }),
    onSuccess: async ({ interviewId }) => {
      await queryClient.invalidateQueries({ queryKey: ownInvitationsKey });
      onStarted(interviewId);
    },
  });
  const start = (judgedBy: Judge) => (): void => {
    setAttempt(attempt + 1);
    if (isShared) starting.mutate(judgedBy);
  };
  const busy = (judgedBy: Judge): boolean => (starting.isPending || starting.isSuccess) && starting.variables === judgedBy;
  return (
    <section className={styles.part} aria-labelledby="begin">
      <h2 id="begin">Begin</h2>
      <ErrorSummary errors={attempt > 0 && !isShared ? { allow: `Switch on first that ${organisation.name} sees this interview: without it there is nobody to take it for.` } : {}} attempt={attempt} />
      {ai.offered
        ? <p>{aiProcessing ? 'With “Start”, the AI provider you allowed scores your answers' : 'With “Start”, the evaluator that is built in scores your answers on this machine'}, and people read and decide. If you would rather have people alone judge them, say so here; it counts the same.</p>
        : <p>People judge your answers.{from !== null && ` If you would rather have a program score them first, begin on ${showDay(from)} or later.`}</p>}
      {starting.isError && <Failure title="The interview did not begin." error={starting.error} />}
      <div className={styles.buttons}>
        {ai.offered && <Button loading={busy('ai')} onClick={start('ai')}>Start</Button>}
        <Button {...(ai.offered ? { variant: 'default' } : {})} loading={busy('people')} onClick={start('people')}>{ai.offered ? 'Start, and have people judge it instead' : 'Start'}</Button>
      </div>
    </section>
  );
}
