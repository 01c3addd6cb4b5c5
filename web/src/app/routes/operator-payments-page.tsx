import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DaysReport } from '../../features/payment-desk/days-report.js';
import { DeskNav } from '../../features/payment-desk/desk-nav.js';
import styles from '../../features/payment-desk/desk.module.css';
import { GatewaysBoard } from '../../features/payment-desk/gateways-board.js';
import { GiftForm } from '../../features/payment-desk/gift-form.js';
import { PaymentFinder } from '../../features/payment-desk/payment-finder.js';
import { Quarantine } from '../../features/payment-desk/quarantine.js';
import { RefundList } from '../../features/payment-desk/refund-list.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/operator/operator/payments');

export function OperatorPaymentsPage() {
  const { quarantine } = route.useSearch();
  return (
    <>
      <PageHeading title="Payments" lead="Who takes money here, what needs a person, and what came and went. Who paid is not shown, and no card is known here.">Payments</PageHeading>
      <div className={styles.page}>
        <DeskNav seesResolved={quarantine === 'resolved'} />
        <Part />
      </div>
    </>
  );
}

function Part() {
  const { view, find, from, to, quarantine } = route.useSearch();
  const navigate = useNavigate();
  const span = { ...lastDays(), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  if (view === 'find') return <PaymentFinder key={find ?? ''} find={find} onFind={(words) => void navigate({ to: paths.operatorPayments, search: { view, find: words } })} />;
  if (view === 'days') return <DaysReport key={`${span.from} ${span.to}`} span={span} onSpan={(asked) => void navigate({ to: paths.operatorPayments, search: { view, ...asked } })} />;
  if (view === 'gifts') return <GiftForm />;
  return <><GatewaysBoard /><Quarantine state={quarantine ?? 'open'} /><RefundList /></>;
}

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A month until today, in UTC as the books have it. */
const lastDays = (): { from: string; to: string } => ({ from: dayOf(Date.now() - 30 * DAY), to: dayOf(Date.now()) });
