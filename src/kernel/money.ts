const EXPONENTS: Readonly<Record<string, number>> = {
  AUD: 2, CAD: 2, CHF: 2, EUR: 2, GBP: 2, GHS: 2, INR: 2, JPY: 0, KES: 2, KWD: 3, NGN: 2, SGD: 2, USD: 2, ZAR: 2,
};

/** An amount in integer minor units of one ISO 4217 currency; never a float, never converted. */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: string,
  ) {}

  /** `Money.of(1050n, 'EUR')` is ten euros fifty. RangeError for a currency whose exponent we do not know. */
  static of(minor: bigint, currency: string): Money {
    if (!Object.hasOwn(EXPONENTS, currency)) throw new RangeError(`Unknown currency ${currency}`);
    return new Money(minor, currency);
  }

  /** RangeError when the currencies differ. */
  plus(other: Money): Money {
    if (other.currency !== this.currency) throw new RangeError(`Cannot add ${other.currency} to ${this.currency}`);
    return new Money(this.minor + other.minor, this.currency);
  }

  /** A plain decimal with its code: `10.50 EUR`, `-0.05 USD`, `500 JPY`. */
  toString(): string {
    const exponent = EXPONENTS[this.currency] ?? 0;
    const sign = this.minor < 0n ? '-' : '';
    const digits = (this.minor < 0n ? -this.minor : this.minor).toString().padStart(exponent + 1, '0');
    const whole = digits.slice(0, digits.length - exponent);
    const fraction = exponent > 0 ? `.${digits.slice(-exponent)}` : '';
    return `${sign}${whole}${fraction} ${this.currency}`;
  }
}
