import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type CreditUses, organisationBilling } from '../../api/billing-queries.js';
import { organisationQuery } from '../../api/organisation-queries.js';
import { BillingDesk } from '../../features/billing/billing-desk.js';
import { Buy } from '../../features/billing/buy.js';
import { CurrencyChoice, PaidThrough, Pricing } from '../../features/billing/pricing.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { mayPay } from '../may-pay.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

const route = getRouteApi('/recruiter/hiring/billing');

/** What an organisation has and pays for: for its owners, and whoever has its billing role. */
export function HiringBillingPage() {
  return (
    <>
      <PageHeading title="Billing" above={<Link to={paths.organisation}>Organisation</Link>} lead="What your organisation has, what it was used for, and every invoice.">Billing</PageHeading>
      <Loaded query={useQuery(organisationQuery)} failed="Your organisation could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {(organisation) => (mayPay(organisation)
          ? <Desk />
          : <Notice kind="info" title="This is for owners, and for colleagues with the role billing">They see and buy what {organisation.name} has. <Link to={paths.organisation}>See who that is</Link></Notice>)}
      </Loaded>
    </>
  );
}

function Desk() {
  const { currency } = route.useSearch();
  const navigate = useNavigate();
  return (
    <BillingDesk
      api={organisationBilling} unit="invited interview"
      shop={(
        <section className={styles.shelf} aria-labelledby="more">
          <h2 id="more">More invited interviews and places</h2>
          <CurrencyChoice currency={currency} onCurrency={(chosen) => void navigate({ to: paths.organisationBilling, search: { currency: chosen }, replace: true, resetScroll: false })} />
          <Pricing
            audience="organisation" currency={currency}
            action={(product, chosen) => <Buy api={organisationBilling} product={product} currency={chosen} onPaid={(id) => void navigate({ to: paths.purchaseReturn, params: { id } })} />}
          />
          <PaidThrough currency={currency} />
        </section>
      )}
      thing={(use) => (use.kind === 'used' ? 'An invitation to an interview' : (returned[use.because ?? ''] ?? 'An invitation that nobody began'))}
    />
  );
}

const returned: Readonly<Record<NonNullable<CreditUses['items'][number]['because']>, string>> = {
  expired: 'An invitation that nobody began in time', revoked: 'An invitation you took back before it was begun', declined: 'An invitation that was declined before it was begun',
  withdrawn: 'An invitation whose account is gone, before it was begun', deleted: 'An invitation that was deleted before it was begun', passed_over: 'Somebody on a list who could not be invited any more',
};
