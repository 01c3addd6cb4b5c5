import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ownBilling } from '../../api/billing-queries.js';
import { BillingDesk } from '../../features/billing/billing-desk.js';
import { Buy } from '../../features/billing/buy.js';
import { CurrencyChoice, PaidThrough, Pricing } from '../../features/billing/pricing.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

/** A candidate's own. */
export function SettingsBillingPage() {
  const { currency } = useSearch({ from: '/candidate/settings-pages/settings/billing' });
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Plan and payments" lead="What you have, what you used it for, and every invoice.">Plan and payments</PageHeading>
      <BillingDesk
        api={ownBilling} unit="interview"
        shop={(
          <section className={styles.shelf} aria-labelledby="more">
            <h2 id="more">More interviews</h2>
            <CurrencyChoice currency={currency} onCurrency={(chosen) => void navigate({ to: paths.billing, search: { currency: chosen }, replace: true, resetScroll: false })} />
            <Pricing
              audience="candidate" currency={currency}
              action={(product, chosen) => <Buy api={ownBilling} product={product} currency={chosen} onPaid={(id) => void navigate({ to: paths.purchaseReturn, params: { id } })} />}
            />
            <PaidThrough currency={currency} />
          </section>
        )}
        thing={({ thing, kind }) => (kind === 'used' ? <Link to={paths.report} params={{ id: thing }}>A practice interview</Link> : 'A practice interview that went wrong through our fault')}
      />
    </>
  );
}
