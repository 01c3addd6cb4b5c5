/** Per what somebody is paid. */
export const payPeriods = ['hour', 'day', 'month', 'year'] as const;
export type PayPeriod = (typeof payPeriods)[number];

/** Why somebody says no, if they say why. */
export const refusals = ['role', 'pay', 'place', 'timing', 'company', 'other'] as const;
export type Refusal = (typeof refusals)[number];

/**
 * How a request stands. `ended`: the person can no longer be found by the organisation. `withdrawn`: they said yes and took
 * it back since, so that their name and address are gone.
 */
export const requestStates = ['open', 'accepted', 'declined', 'expired', 'ended', 'taken_back', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** In minor units of one ISO 4217 currency. */
export interface Pay {
  readonly min: number;
  readonly max: number;
  readonly currency: string;
  readonly per: PayPeriod;
}

/** What an organisation asks somebody. */
export interface Offer {
  readonly jobTitle: string;
  /** For whom an agency asks; null when the organisation hires for itself. */
  readonly clientName: string | null;
  readonly pay: Pay;
  readonly message: string;
}

/** Of those who said yes to an organisation, to how many it says it has written in time. */
export interface FollowUps {
  readonly accepted: number;
  readonly followedUp: number;
}

interface AnyRequest extends Offer {
  readonly id: string;
  readonly state: RequestState;
  readonly refusal: Refusal | null;
  readonly sentAt: Date;
  readonly endsAt: Date;
  readonly answeredAt: Date | null;
  readonly followedUpAt: Date | null;
}

/** A request as the organisation sees it; name and address only while somebody who said yes lets it. */
export interface SentRequest extends AnyRequest {
  readonly talentId: string | null;
  readonly senderId: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** A request as the person sees it who was asked. */
export interface ReceivedRequest extends AnyRequest {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationDomain: string;
  readonly isDomainVerified: boolean;
  readonly organisationKind: 'employer' | 'agency';
  /** A yes may be said, or said again: to the last request of an organisation alone. */
  readonly canBeAccepted: boolean;
  readonly followUps: FollowUps;
}

const perWords: Record<PayPeriod, string> = { hour: 'an hour', day: 'a day', month: 'a month', year: 'a year' };

/** "€50,000 to €60,000 a year". */
export function payInWords({ min, max, currency, per }: Pay): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  const minor = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  const range = min === max ? format.format(min / minor) : `${format.format(min / minor)} to ${format.format(max / minor)}`;
  return `${range} ${perWords[per]}`;
}
