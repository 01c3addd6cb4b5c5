import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ownBilling } from '../../api/billing-queries.js';
import { sessionQuery } from '../../api/queries.js';
import { Buy } from '../../features/billing/buy.js';
import { CurrencyChoice, FreeForAll, PaidThrough, Pricing } from '../../features/billing/pricing.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

/** What is free, and what can be bought, for both sides. */
export function PricingPage() {
  const { currency } = useSearch({ from: '/public/pricing' });
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const isRecruiter = session?.account?.roles.includes('recruiter') === true;
  return (
    <>
      <PageHeading title="Pricing" lead="Practising, being found and hiring begin free. Whoever wants more can have it, and can stop at any time.">Pricing</PageHeading>
      <div className={styles.below}>
        <CurrencyChoice currency={currency} onCurrency={(chosen) => void navigate({ to: paths.pricing, search: { currency: chosen }, replace: true, resetScroll: false })} />
        <section className={styles.shelf} aria-labelledby="for-candidates">
          <h2 id="for-candidates">If you practise</h2>
          <FreeForAll audience="candidate" />
          <Pricing audience="candidate" currency={currency} action={(product, chosen) => (session?.account
            ? <Buy api={ownBilling} product={product} currency={chosen} onPaid={(id) => void navigate({ to: paths.purchaseReturn, params: { id } })} />
            : <ButtonLink to={paths.signIn} search={{ next: `${paths.pricing}?currency=${chosen}` }} variant="default" aria-label={`Sign in to buy: ${product.title}`}>Sign in to buy</ButtonLink>)}
          />
        </section>
        <section className={styles.shelf} aria-labelledby="for-organisations">
          <h2 id="for-organisations">If you hire</h2>
          <FreeForAll audience="organisation" />
          <Pricing audience="organisation" currency={currency} action={(product) => (isRecruiter
            ? <ButtonLink to={paths.organisationBilling} variant="default" aria-label={`For your organisation: ${product.title}`}>For your organisation</ButtonLink>
            : <Link to={paths.foundOrganisation}>Begin with your organisation</Link>)}
          />
        </section>
        <PaidThrough currency={currency} />
      </div>
    </>
  );
}
