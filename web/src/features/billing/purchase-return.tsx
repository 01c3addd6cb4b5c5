import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { lookAgain, type Purchase, purchaseQuery } from '../../api/billing-queries.js';
import { showMoment } from '../../lib/format.js';
import { showMoney } from '../../lib/money.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './billing.module.css';
import { goThere } from './go-there.js';
import { everyWords } from './words.js';

/** Where one comes back to from a gateway: it waits for what the gateway itself says, and believes no address. */
export function PurchaseReturn({ id, onward }: { id: string; onward: (purchase: Purchase) => ReactNode }) {
  const query = useQuery(purchaseQuery(id));
  const { mutate: look } = useMutation({ mutationFn: () => lookAgain(id) });
  useEffect(() => look(), [look]);
  return (
    <Loaded query={query} failed="This purchase could not be read." skeleton={<LinesSkeleton lines={4} />}>
      {(purchase) => <Standing purchase={purchase} onward={onward} />}
    </Loaded>
  );
}

function Standing({ purchase, onward }: { purchase: Purchase; onward: (purchase: Purchase) => ReactNode }) {
  const queryClient = useQueryClient();
  const isPaid = purchase.state === 'paid';
  useEffect(() => {
    if (isPaid) void queryClient.invalidateQueries({ queryKey: ['billing'] });
  }, [isPaid, queryClient]);
  return (
    <div className={styles.returned}>
      <dl className={styles.facts}>
        <div><dt>What</dt><dd>{purchase.title}{purchase.quantity > 1 && `, ${purchase.quantity} times`}</dd></div>
        <div><dt>Price</dt><dd>{showMoney(purchase.price)}{purchase.every !== null && ` ${everyWords[purchase.every]}`}</dd></div>
        {purchase.gatewayName !== '' && <div><dt>Paid through</dt><dd>{purchase.gatewayName}</dd></div>}
      </dl>
      <div aria-live="polite"><Outcome purchase={purchase} /></div>
      <div className={styles.onward}>{onward(purchase)}</div>
    </div>
  );
}

function Outcome({ purchase: { state, setApart, go, gatewayName, closesAt } }: { purchase: Purchase }) {
  if (state === 'paid') return <Notice kind="done" title="Paid">It is yours from this moment.</Notice>;
  if (setApart === 'waiting') return <Notice kind="info" title="Money came that does not fit what was asked for">So nothing was given for it yet, and somebody who runs this place looks at it. You need not do anything more, and should not pay again: what goes back to you, you are told by mail.</Notice>;
  if (setApart === 'looked_at') return <Notice kind="info" title="Money came that did not fit what was asked for" action={go && <Again go={go} />}>Nothing was given for it by itself. Somebody who runs this place has looked at it; what goes back to you, you are told by mail.</Notice>;
  if (state === 'authorised') return <Notice kind="info" title="Promised, and on its way">The money is not there yet; with some ways to pay that takes days. You get it the moment it arrives, with a mail. You may close this page.</Notice>;
  if (state === 'failed') return <Notice kind="warning" title="It was not paid" action={go && <Again go={go} />}>{gatewayName} says that the payment was declined. Nothing was taken from you.</Notice>;
  if (state === 'expired') return <Notice kind="warning" title="This purchase is over">It was not paid, and its payment page is closed. If you did pay, it still counts: it shows here as soon as {gatewayName} says so.</Notice>;
  return (
    <Notice kind="info" title={`Waiting for ${gatewayName === '' ? 'the payment' : gatewayName}`} action={go && <Again go={go} />}>
      What counts is what the payment service itself tells us, which mostly takes a few seconds. You may close this page: nothing is lost. It can be paid until {showMoment(closesAt)}.
    </Notice>
  );
}

const Again = ({ go }: { go: NonNullable<Purchase['go']> }) => <Button variant="default" onClick={() => goThere(go)}>Back to the payment page</Button>;
