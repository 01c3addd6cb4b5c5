import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type BillingApi, type BoughtPlan } from '../../api/billing-queries.js';
import { showDay } from '../../lib/format.js';
import { showMoney } from '../../lib/money.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import styles from './billing.module.css';
import { everyWords } from './words.js';

/** A plan: what it costs, until when it is paid, and how it is ended. */
export function PlanPart({ api, plan }: { api: BillingApi; plan: BoughtPlan }) {
  const { title, quantity, price, every, state, currentUntil, graceUntil, endsAtPeriodEnd, gatewayName } = plan;
  const until = currentUntil === null ? null : showDay(currentUntil);
  return (
    <section className={styles.part} aria-labelledby={`plan-${plan.id}`}>
      <h2 id={`plan-${plan.id}`}>{title}</h2>
      <p>{showMoney(price)}{every !== null && ` ${everyWords[every]}`}{quantity > 1 && `, ${quantity} places`}, through {gatewayName}.</p>
      {state === 'past_due' && <Notice kind="warning" title="A payment is missing">{missingWords(graceUntil)}</Notice>}
      {state === 'active' && <p>{endsAtPeriodEnd ? `You ended it: it is yours until ${until ?? 'the end of what is paid'}, and nothing more is taken.` : `Paid until ${until ?? 'now'}; it goes on from there until you end it.`}</p>}
      {state === 'ended' && <p>It has ended{until === null ? '.' : `; what is paid is yours until ${until}.`}</p>}
      {state !== 'ended' && <PlanActions api={api} plan={plan} until={until} />}
    </section>
  );
}

/** What it gives anew with each turn is paid by the payment that is missing. */
function missingWords(graceUntil: string | null): string {
  if (graceUntil === null) return 'What comes anew with the plan comes once it is paid.';
  if (Date.parse(graceUntil) <= Date.now()) return `It went on without it until ${showDay(graceUntil)}. It goes on again once it is paid.`;
  return `Without it the plan goes on until ${showDay(graceUntil)}, and new interviews come once it is paid.`;
}

function PlanActions({ api, plan: { id, title, state, endsAtPeriodEnd, hasPortal, gatewayName }, until }: { api: BillingApi; plan: BoughtPlan; until: string | null }) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const portal = useMutation({ mutationFn: () => api.portal(id), onSuccess: ({ url }) => { if (url !== null) window.location.assign(url); } });
  const ending = useMutation({
    mutationFn: () => api.endPlan(id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.key });
      setAsking(false);
    },
  });
  return (
    <>
      <div className={styles.buttons}>
        {hasPortal && <Button variant="default" loading={portal.isPending} onClick={() => portal.mutate()}>Change how you pay, at {gatewayName}</Button>}
        {!endsAtPeriodEnd && <Button variant="default" onClick={() => setAsking(true)}>End this plan</Button>}
      </div>
      {portal.isError && <Failure title="The page could not be opened." error={portal.error} />}
      {portal.data?.url === null && <p className={styles.soft}>{gatewayName} has no page for this plan. End it here, and buy it anew in another way.</p>}
      <ConfirmDialog open={isAsking} title={`End “${title}”?`} verb="End the plan" destroys busy={ending.isPending} error={ending.error} onConfirm={() => ending.mutate()} onClose={() => setAsking(false)}>
        <p>{state === 'past_due' ? 'It ends at once, and nothing more is taken from you, also not the payment that is missing.' : `Nothing more is taken from you. ${until === null ? 'What is paid stays yours to its end.' : `It stays yours until ${until}.`}`}</p>
      </ConfirmDialog>
    </>
  );
}
