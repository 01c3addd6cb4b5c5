import { Money } from '../../kernel/index.js';
import { type GatewayId, GatewayRefuses } from './gateway.js';

/** How a gateway counts: what it takes, where its decimals are not those of ISO 4217, and what the amounts must be a multiple of. */
interface Counting {
  readonly takes: ReadonlySet<string>;
  readonly decimals: Readonly<Partial<Record<string, number>>>;
  readonly multipleOf: Readonly<Partial<Record<string, bigint>>>;
}

const codes = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const each = <T>(list: string, value: T): Record<string, T> => Object.fromEntries([...codes(list)].map((code) => [code, value]));

/** The gateways' own lists of currencies, without those whose decimals they do not state. */
const countings: Readonly<Record<Exclude<GatewayId, 'built_in'>, Counting>> = {
  // docs.stripe.com/currencies: three decimals end in 0; UGX and ISK keep two that are 00; MGA has none.
  stripe: {
    takes: codes(`AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB
      EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT
      MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD SZL THB TJS TND TOP
      TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW`),
    decimals: { UGX: 2, ISK: 2, MGA: 0 },
    multipleOf: { ...each('BHD JOD KWD OMR TND', 10n), UGX: 100n, ISK: 100n },
  },
  // razorpay.com/docs/payments/international-payments: the decimals of ISO 4217, the third of three being 0.
  razorpay: {
    takes: codes(`AED ALL AMD ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BZD CAD CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD GBP
      GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN
      NAD NGN NIO NOK NPR NZD OMR PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SCR SEK SGD SOS SSP SVC SZL THB TND TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV XAF XCD
      XOF XPF YER ZAR ZMW`),
    decimals: {},
    multipleOf: each('BHD JOD KWD OMR TND', 10n),
  },
  // paystack.com/docs/api: a hundredth of each of them; of the franc too, which has none.
  paystack: { takes: codes('NGN GHS KES ZAR USD XOF'), decimals: { XOF: 2 }, multipleOf: { XOF: 100n } },
  // developer.paddle.com/concepts/sell/supported-currencies: the decimals of ISO 4217.
  paddle: { takes: codes('ARS AUD BRL CAD CHF CNY COP CZK DKK EUR GBP HKD HUF ILS INR JPY KRW MXN NOK NZD PEN PLN SEK SGD THB TRY TWD UAH USD VND ZAR'), decimals: {}, multipleOf: {} },
};

export type CountingGateway = keyof typeof countings;

/** Whether a gateway can take a currency at all. */
export function takes(gateway: CountingGateway, currency: string): boolean {
  return countings[gateway].takes.has(currency);
}

/** An amount in what a gateway counts in; GatewayRefuses where it cannot be said in that, or not as a number without loss. */
export function unitsOf(gateway: CountingGateway, { minor, currency }: Pick<Money, 'minor' | 'currency'>): number {
  const units = shifted(minor, decimalsAt(gateway, currency) - Money.decimals(currency));
  if (units === null || units % (countings[gateway].multipleOf[currency] ?? 1n) !== 0n) throw new GatewayRefuses(gateway, 'amount');
  if (units > BigInt(Number.MAX_SAFE_INTEGER) || units < 0n) throw new GatewayRefuses(gateway, 'amount');
  return Number(units);
}

/** Minor units of ISO 4217 from what a gateway counts in; GatewayRefuses for what is no whole number of them. */
export function minorOf(gateway: CountingGateway, units: number | bigint | string, currency: string): bigint {
  if (typeof units === 'number' && !Number.isSafeInteger(units)) throw new GatewayRefuses(gateway, 'amount');
  const minor = shifted(BigInt(units), -decimalsAt(gateway, currency) + Money.decimals(currency));
  if (minor === null) throw new GatewayRefuses(gateway, 'amount');
  return minor;
}

/** As a webhook says it; null where it says nothing that can be understood, since the gateway is asked anyway. */
export function saidMinor(gateway: CountingGateway, units: number | string | null | undefined, currency: string | null | undefined): { amountMinor: bigint | null; currency: string | null } {
  const code = currency?.toUpperCase() ?? null;
  if (units === null || units === undefined || code === null) return { amountMinor: null, currency: null };
  try {
    return { amountMinor: minorOf(gateway, units, code), currency: code };
  } catch {
    return { amountMinor: null, currency: code };
  }
}

function decimalsAt(gateway: CountingGateway, currency: string): number {
  if (!takes(gateway, currency)) throw new GatewayRefuses(gateway, 'currency');
  return countings[gateway].decimals[currency] ?? Money.decimals(currency);
}

/** By so many decimals; null where a part of one would be lost. */
function shifted(count: bigint, decimals: number): bigint | null {
  const factor = 10n ** BigInt(Math.abs(decimals));
  if (decimals >= 0) return count * factor;
  return count % factor === 0n ? count / factor : null;
}
