import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type BuiltInCheckout, builtInCheckoutQuery, type BuiltInPlanChoice, chooseForBuiltInPlan } from '../../api/built-in-checkout.js';
import { showMoment } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import styles from './built-in-checkout.module.css';

type BuiltInPlan = NonNullable<BuiltInCheckout['plan']>;
interface Way {
  readonly choice: BuiltInPlanChoice;
  readonly verb: string;
  readonly says: string;
}

/** What can be done to a plan from the side of the payment service: to see what becomes of it here. */
export function Plan({ plan, reference }: { plan: BuiltInPlan; reference: string }) {
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState(false);
  const choosing = useMutation({
    mutationFn: (choice: BuiltInPlanChoice) => chooseForBuiltInPlan({ reference, choice }),
    onSuccess: (checkout) => {
      queryClient.setQueryData(builtInCheckoutQuery(reference).queryKey, checkout);
      setAsks(false);
    },
  });
  return (
    <section className={styles.choices} aria-labelledby="plan">
      <h2 id="plan">The plan</h2>
      <p role="status">{standing(plan)}</p>
      {plan.state !== 'ended' && (
        <ul className={styles.others}>
          {waysOf(plan).map(({ choice, verb, says }) => (
            <li key={choice}>
              <Button variant="default" loading={choosing.isPending && choosing.variables === choice} disabled={choosing.isPending} aria-describedby={`${choice}-says`} onClick={() => choosing.mutate(choice)}>{verb}</Button>
              <p id={`${choice}-says`}>{says}</p>
            </li>
          ))}
          <li>
            <Button variant="default" disabled={choosing.isPending} aria-describedby="end-says" onClick={() => { choosing.reset(); setAsks(true); }}>End it now</Button>
            <p id="end-says">Nothing is paid any more, and nothing can be brought back.</p>
          </li>
        </ul>
      )}
      {choosing.isError && !asks && <Failure title="Nothing was changed." error={choosing.error} />}
      <ConfirmDialog open={asks} title="End the plan now?" verb="End the plan" destroys busy={choosing.isPending} error={choosing.error} onConfirm={() => choosing.mutate('end_now')} onClose={() => setAsks(false)}>
        <p>It is over at once, also for the time that is paid.</p>
      </ConfirmDialog>
    </section>
  );
}

function standing({ state, currentUntil, endsAtPeriodEnd, nextFails }: BuiltInPlan): string {
  if (state === 'ended') return 'The plan has ended.';
  if (state === 'past_due') return `A payment failed. It was paid until ${showMoment(currentUntil)}.`;
  if (endsAtPeriodEnd) return `It is paid until ${showMoment(currentUntil)}, and ends then.`;
  return `It is paid until ${showMoment(currentUntil)}. The next payment ${nextFails ? 'will fail' : 'will be taken then'}.`;
}

function waysOf({ state, endsAtPeriodEnd, nextFails }: BuiltInPlan): Way[] {
  if (state === 'past_due') return [{ choice: 'pay_missing', verb: 'Pay what is missing', says: 'It goes on as if it had been paid in time.' }];
  if (endsAtPeriodEnd) return [];
  return [
    nextFails ? { choice: 'pass_next', verb: 'Let the next payment pass', says: 'It is taken as usual.' } : { choice: 'fail_next', verb: 'Let the next payment fail', says: 'As with a card that has run out.' },
    { choice: 'end_with_turn', verb: 'End it with this turn', says: 'What is paid stays paid; nothing is taken after it.' },
  ];
}
