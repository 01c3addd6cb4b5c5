/** A plain decimal and its currency, as the server says them; never reckoned with here. */
export interface Money {
  amount: string;
  currency: string;
}

/** "US$9.00", "₹499.00": exactly the digits the server sent. */
export const showMoney = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, minimumFractionDigits: decimals(amount), maximumFractionDigits: decimals(amount) }).format(amount as Intl.StringNumericLiteral);

const decimals = (amount: string): number => amount.split('.')[1]?.length ?? 0;

/** "Indian rupee (INR)". */
export const currencyName = (code: string): string => `${new Intl.DisplayNames(['en-GB'], { type: 'currency' }).of(code) ?? code} (${code})`;
