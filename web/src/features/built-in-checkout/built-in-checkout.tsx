import { useQuery } from '@tanstack/react-query';
import { type BuiltInCheckout, builtInCheckoutQuery } from '../../api/built-in-checkout.js';
import { isAbsent } from '../../api/problem.js';
import { showDeadline } from '../../lib/format.js';
import { showMoney } from '../../lib/money.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './built-in-checkout.module.css';
import { Choices } from './choices.js';
import { Plan } from './plan.js';

const turnWords = { P1M: 'every month', P1Y: 'every year' } as const;

/** The page that development pays at. There is no field on it, so nobody can type a card into it. */
export function BuiltInCheckoutPage({ reference }: { reference: string }) {
  const query = useQuery(builtInCheckoutQuery(reference));
  if (isAbsent(query.error)) return <PageHeading title="Not here" lead="This payment page does not exist, or its time is over. Go back to where you came from and start again." failed>There is nothing to pay here</PageHeading>;
  return (
    <div className={styles.page}>
      <PageHeading title={query.data?.title ?? 'Payment'} lead="This stands in for a payment service while you try things out. It asks for no card and takes no money.">No money moves here</PageHeading>
      <Loaded query={query} failed="What is to be paid could not be read." skeleton={<LinesSkeleton lines={5} />}>
        {(checkout) => <Till checkout={checkout} reference={reference} />}
      </Loaded>
    </div>
  );
}

function Till({ checkout, reference }: { checkout: BuiltInCheckout; reference: string }) {
  const { title, quantity, amount, every, isOpen, closesAt, plan, back } = checkout;
  return (
    <>
      <dl className={styles.facts}>
        <div><dt>What</dt><dd>{title}{quantity > 1 && `, ${quantity} times`}</dd></div>
        <div><dt>How much</dt><dd><span className={styles.amount}>{showMoney(amount)}</span></dd></div>
        <div><dt>How often</dt><dd>{every === null ? 'Once' : `${turnWords[every]}, until it is ended`}</dd></div>
        {isOpen && <div><dt>Open until</dt><dd>{showDeadline(closesAt)}</dd></div>}
      </dl>
      {isOpen && <Choices checkout={checkout} reference={reference} />}
      {plan !== null && <Plan plan={plan} reference={reference} />}
      {!isOpen && plan === null && <Notice kind="info" title="This page is done">It was paid, promised or left, or its time is over. Nothing more can be decided here.</Notice>}
      {!isOpen && <p><a href={back}>Go back to Viva Voce</a></p>}
    </>
  );
}
