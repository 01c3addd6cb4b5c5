import { type ReactNode } from 'react';
import { type SoldProduct } from '../../api/billing-queries.js';
import { showMoney } from '../../lib/money.js';
import styles from './billing.module.css';
import { everyWords, givesWords } from './words.js';

interface Props {
  products: readonly SoldProduct[];
  currency: string;
  /** What can be done about one: its button, or why there is none. */
  action: (product: SoldProduct) => ReactNode;
}

/** What can be bought in a currency, beside each other. */
export function Products({ products, currency, action }: Props) {
  const priced = products.flatMap((product) => {
    const price = product.prices.find((one) => one.currency === currency);
    return price ? [{ product, price }] : [];
  });
  if (priced.length === 0) return <p className={styles.soft}>Nothing can be bought in this currency. Choose another one.</p>;
  return (
    <ul className={styles.products}>
      {priced.map(({ product, price }) => (
        <li key={product.id} className={styles.product}>
          <h3>{product.title}</h3>
          <p className={styles.price}><span className={styles.amount}>{showMoney(price)}</span>{product.every !== null && <> {everyWords[product.every]}</>}{product.perSeat && ' for each place'}</p>
          <p>{product.says}</p>
          <ul className={styles.gives}>{givesWords(product).map((line) => <li key={line}>{line}</li>)}</ul>
          <div className={styles.action}>{action(product)}</div>
        </li>
      ))}
    </ul>
  );
}
