/** Minor units by ISO 4217 (amendment 176): how many decimals an amount has. What stands in neither list is not known here. */
const WITHOUT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE = 'BHD IQD JOD KWD LYD OMR TND';
const TWO = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB
  EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
  MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
  UAH USD UYU UZS VES WST XCD YER ZAR ZMW`;
const codes = (list: string, exponent: number): [string, number][] => list.split(/\s+/).map((code) => [code, exponent]);
const EXPONENTS: ReadonlyMap<string, number> = new Map([...codes(WITHOUT, 0), ...codes(TWO, 2), ...codes(THREE, 3)]);

/** An amount in integer minor units of one ISO 4217 currency; never a float, never converted. */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: string,
  ) {}

  /** `Money.of(1050n, 'EUR')` is ten euros fifty. RangeError for a currency whose exponent we do not know. */
  static of(minor: bigint, currency: string): Money {
    Money.decimals(currency);
    return new Money(minor, currency);
  }

  /** `Money.parse('10.50', 'EUR')`; a currency without decimals takes none. RangeError on anything else. */
  static parse(amount: string, currency: string): Money {
    const exponent = Money.decimals(currency);
    const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
    if (whole === undefined || fraction.length > exponent) throw new RangeError(`Not an amount of ${currency}: ${amount}`);
    return new Money(BigInt(whole + fraction.padEnd(exponent, '0')), currency);
  }

  /** How many decimals amounts of a currency have; RangeError for one we do not know. */
  static decimals(currency: string): number {
    const exponent = EXPONENTS.get(currency);
    if (exponent === undefined) throw new RangeError(`Unknown currency ${currency}`);
    return exponent;
  }

  /** RangeError when the currencies differ. */
  plus(other: Money): Money {
    if (other.currency !== this.currency) throw new RangeError(`Cannot add ${other.currency} to ${this.currency}`);
    return new Money(this.minor + other.minor, this.currency);
  }

  times(count: number): Money {
    return new Money(this.minor * BigInt(count), this.currency);
  }

  /** A plain decimal: `10.50`, `-0.05`, `500`. */
  get amount(): string {
    const exponent = Money.decimals(this.currency);
    const sign = this.minor < 0n ? '-' : '';
    const digits = (this.minor < 0n ? -this.minor : this.minor).toString().padStart(exponent + 1, '0');
    const whole = digits.slice(0, digits.length - exponent);
    return exponent > 0 ? `${sign}${whole}.${digits.slice(-exponent)}` : `${sign}${whole}`;
  }

  /** With its code: `10.50 EUR`, `-0.05 USD`, `500 JPY`. */
  toString(): string {
    return `${this.amount} ${this.currency}`;
  }
}
