import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type Pricing as Prices, pricingQuery, type SoldProduct } from '../../api/billing-queries.js';
import { count } from '../../lib/format.js';
import { currencyName } from '../../lib/money.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './billing.module.css';
import { Products } from './products.js';

interface Chosen {
  /** As the address says it; the first that is offered where it says none, or one that is not. */
  currency: string | undefined;
}

const chosenOf = ({ currencies }: Prices, currency: string | undefined) => currencies.find((one) => one.currency === currency) ?? currencies[0];

/** In which currency prices are shown. Nothing where nothing is sold. */
export function CurrencyChoice({ currency, onCurrency }: Chosen & { onCurrency: (currency: string) => void }) {
  const { data } = useQuery(pricingQuery);
  const chosen = data && chosenOf(data, currency);
  if (!data || !chosen) return null;
  return (
    <NativeSelect
      label="Currency" className={styles.currency ?? ''} value={chosen.currency} data={data.currencies.map((one) => ({ value: one.currency, label: currencyName(one.currency) }))}
      onChange={(event) => onCurrency(event.currentTarget.value)}
    />
  );
}

/** What can be bought in a currency. */
export function Pricing({ audience, currency, action }: Chosen & { audience: SoldProduct['for']; action: (product: SoldProduct, currency: string) => ReactNode }) {
  return (
    <Loaded query={useQuery(pricingQuery)} failed="The prices could not be read." skeleton={<LinesSkeleton lines={8} />}>
      {(prices) => {
        const chosen = chosenOf(prices, currency)?.currency;
        const products = prices.products.filter((product) => product.for === audience);
        if (chosen === undefined || products.length === 0) return <p className={styles.soft}>Nothing can be bought here. Everybody has what is free.</p>;
        return <Products products={products} currency={chosen} action={(product) => action(product, chosen)} />;
      }}
    </Loaded>
  );
}

/** Who takes the money, and what comes with it. */
export function PaidThrough({ currency }: Chosen) {
  const { data } = useQuery(pricingQuery);
  const chosen = data && chosenOf(data, currency);
  if (!chosen) return null;
  const { gatewayName, isMerchantOfRecord, isPlayMoney } = chosen;
  const age = `Whoever buys has to be ${data.adultAge} or older.`;
  if (isPlayMoney) return <Notice kind="info" title="No money moves here">This is a place to try things out: what is paid through {gatewayName} is made up. {age}</Notice>;
  const invoice = isMerchantOfRecord ? `${gatewayName} sells it to you in its own name and writes the invoice.` : 'Taxes are within the price, and an invoice comes with it.';
  return <p className={styles.soft}>You pay on a page of {gatewayName}: your card never comes to us. {invoice} Plans go on until you end them, which you can at any time. {age}</p>;
}

/** What nobody has to pay for. */
export function FreeForAll({ audience }: { audience: SoldProduct['for'] }) {
  const { data } = useQuery(pricingQuery);
  if (data === undefined) return null;
  const { interviewsPerMonth, invitedInterviewsPerMonth, seats } = data.free;
  if (audience === 'candidate' && interviewsPerMonth === 0) return null;
  const says = audience === 'candidate' ? `${count(interviewsPerMonth, 'practice interview')} each month, without a card.` : `${count(invitedInterviewsPerMonth, 'invited interview')} each month and ${count(seats, 'place')} for people of your organisation, without a card. Search, shortlists and reviews cost nothing.`;
  return <p className={styles.free}><strong>Free for everybody:</strong> {says}</p>;
}
