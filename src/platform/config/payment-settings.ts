import { z } from 'zod';

const key = (words: string) => z.string().regex(/^[\x21-\x7e]+$/, 'must be one word of plain characters').optional().describe(words);
const secrets = (words: string) =>
  z.string().regex(/^[\x21-\x2b\x2d-\x7e]+(,[\x21-\x2b\x2d-\x7e]+)?$/, 'must be one secret, or two separated by a comma').optional().transform((list) => list?.split(',') ?? []).describe(`${words} Two of them, separated by a comma, while one takes the place of the other.`);
const address = (usual: string, words: string) => z.url({ protocol: /^https?$/ }).default(usual).describe(words);

/** The setting that turns each gateway on. */
export const gatewayKeys = { stripe: 'STRIPE_SECRET_KEY', razorpay: 'RAZORPAY_KEY_ID', paystack: 'PAYSTACK_SECRET_KEY', paddle: 'PADDLE_API_KEY' } as const;
export type OutsideGateway = keyof typeof gatewayKeys;

/** Who takes money for this place. Each gateway is one that the policy names for a currency; its webhooks go to `PUBLIC_URL/api/webhooks/<gateway>`. */
export const paymentSettings = {
  STRIPE_SECRET_KEY: key('Secret or restricted key of Stripe. The policy says which currencies go there. Its webhooks go to `/api/webhooks/stripe`.'),
  STRIPE_WEBHOOK_SECRETS: secrets('Secret of the webhook endpoint at Stripe (`whsec_…`).'),
  STRIPE_BASE_URL: address('https://api.stripe.com', 'Where the API of Stripe is.'),
  RAZORPAY_KEY_ID: key('Key id of Razorpay (`rzp_live_…` or `rzp_test_…`). Its webhooks go to `/api/webhooks/razorpay`. Let the seller bear its fees: what buyers pay on top does not fit their orders, and is set apart.'),
  RAZORPAY_KEY_SECRET: key('Secret of that key.'),
  RAZORPAY_WEBHOOK_SECRETS: secrets('Secret of the webhook at Razorpay.'),
  RAZORPAY_BASE_URL: address('https://api.razorpay.com', 'Where the API of Razorpay is.'),
  PAYSTACK_SECRET_KEY: key('Secret key of Paystack (`sk_live_…` or `sk_test_…`). Its webhooks, which are signed with this key, go to `/api/webhooks/paystack`. Let the seller bear its fees, as with Razorpay.'),
  PAYSTACK_OLD_SECRET_KEY: key('The secret key before this one, while webhooks signed with it may still come.'),
  PAYSTACK_BASE_URL: address('https://api.paystack.co', 'Where the API of Paystack is.'),
  PADDLE_API_KEY: key('API key of Paddle (`pdl_live_…` or `pdl_sdbx_…`). Its webhooks go to `/api/webhooks/paddle`.'),
  PADDLE_WEBHOOK_SECRETS: secrets('Secret of the notification destination at Paddle (`pdl_ntfset_…`).'),
  PADDLE_BASE_URL: z.url({ protocol: /^https?$/ }).optional().describe('Where the API of Paddle is. When it is not set: the one the key belongs to, live or sandbox.'),
  PADDLE_CHECKOUT_URL: z.url({ protocol: /^https?$/ }).optional().describe('The hosted checkout of Paddle (`https://pay.paddle.io/checkout/hsc_…`, from its dashboard), where people pay. For real money Paddle opens hosted checkouts on request only, and it takes no payment until its dashboard has a default payment link. Needed with `PADDLE_API_KEY`. Where people go from there is set in its dashboard: `PUBLIC_URL` + `/settings/billing`. Its notifications: all of transactions, subscriptions and adjustments.'),
  BUILT_IN_GATEWAY: z.enum(['true', 'false']).transform((value) => value === 'true').default(false).describe('`true`: every currency is paid at a page of this program, with no money. `npm start` sets it in development when no gateway has a key; refused in production.'),
} as const;
