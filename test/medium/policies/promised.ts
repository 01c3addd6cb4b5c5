/** What a system promises, as its preset must say and this product must do; written here once more, so that neither changes alone. */
export interface Promised {
  readonly ways: readonly string[];
  readonly age: number;
  readonly results: Kept;
  readonly assessments: Kept;
  readonly audio: Recorded;
  readonly video: Recorded;
  readonly pins: boolean;
  /** Who takes what: the gateway of each of these currencies, or null. */
  readonly gateways: Readonly<Record<'INR' | 'USD' | 'NGN', string | null>>;
  readonly processors: readonly string[];
  /** The promises of docs/promises.yaml that are proved when everything is kept for as long as it says, and when nobody too young gets in. */
  readonly proves: { readonly kept: string; readonly ages?: string };
}

type Kept = '90 days' | 'until deleted';
type Recorded = '30 days' | '90 days' | 'not at all';

export const promised = {
  moksho: {
    ways: ['password', 'link'], age: 16, results: '90 days', assessments: '90 days', audio: '30 days', video: '90 days', pins: false,
    gateways: { INR: 'razorpay', USD: 'stripe', NGN: 'stripe' }, processors: ['stripe', 'razorpay', 'aws'], proves: { kept: '[MO11] [MO12] [MO13] ' },
  },
  imock: {
    ways: ['password', 'google', 'linkedin'], age: 16, results: '90 days', assessments: '90 days', audio: '90 days', video: '90 days', pins: true,
    gateways: { INR: 'razorpay', USD: null, NGN: null }, processors: ['google', 'linkedin', 'razorpay'], proves: { kept: '[IM10] ' },
  },
  mocky: {
    ways: ['link'], age: 16, results: '90 days', assessments: '90 days', audio: '30 days', video: '90 days', pins: false,
    gateways: { INR: 'paddle', USD: 'paddle', NGN: null }, processors: ['xai', 'elevenlabs', 'paddle'], proves: { kept: '[MP19] [MP20] [MP21] [MP22] ' },
  },
  mockr: {
    ways: ['google', 'link'], age: 16, results: 'until deleted', assessments: 'until deleted', audio: 'not at all', video: 'not at all', pins: false,
    gateways: { INR: null, USD: null, NGN: 'paystack' }, processors: ['anthropic', 'openai', 'google', 'paystack'], proves: { kept: '[MR22] ', ages: '[MR28] ' },
  },
  mockri: {
    ways: ['password', 'google'], age: 18, results: 'until deleted', assessments: 'until deleted', audio: '30 days', video: '90 days', pins: false,
    gateways: { INR: 'razorpay', USD: null, NGN: null }, processors: ['google', 'razorpay'], proves: { kept: '', ages: '[MI17] ' },
  },
} as const satisfies Record<string, Promised>;

/** What all five keep for as long as each other. */
export const keptAlike = { certificates: '6 months', deletedAccount: '30 days', paymentRecords: '7 years', usageLog: '90 days', resumeFile: 'not at all', account: 'until deleted' } as const;

/** The settings with which the ways of a system are there. */
export const settingsOf = (preset: string, { ways }: Promised): Readonly<Record<string, string>> => ({
  POLICY: preset,
  ...Object.fromEntries(['google', 'linkedin'].filter((way) => ways.includes(way)).flatMap((way) => [[`${way.toUpperCase()}_CLIENT_ID`, 'id'], [`${way.toUpperCase()}_CLIENT_SECRET`, 'secret']])),
});
