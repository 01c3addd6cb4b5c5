import { Config } from '../../platform/config/index.js';
import { gatewayFaults } from './gateway-settings.js';

const configOf = (set: Record<string, string>) => Config.read({ SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', DATABASE_URL: 'postgres://app@db/viva', ...set });
const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRETS: 'whsec_1' };
const razorpay = { RAZORPAY_KEY_ID: 'rzp_live_1', RAZORPAY_KEY_SECRET: 's', RAZORPAY_WEBHOOK_SECRETS: 'w' };
const faultsOf = (set: Record<string, string>, declared: readonly string[] = ['stripe', 'razorpay', 'paystack', 'paddle']) => gatewayFaults(configOf(set), (id) => declared.includes(id));

describe('the settings of gateways', () => {
  it('turn on whoever has a key, and nobody without one', () => {
    expect(configOf({}).gateways).toEqual([]);
    expect(configOf({ ...stripe, ...razorpay, PAYSTACK_SECRET_KEY: 'sk_test_2' }).gateways).toEqual(['stripe', 'razorpay', 'paystack']);
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ ...stripe, ...razorpay })).toEqual([]);
  });

  it('stop the start over a gateway that the policy does not declare', () => {
    expect(faultsOf({ ...stripe, ...razorpay }, ['razorpay'])).toEqual([
      'STRIPE_SECRET_KEY: the policy viva-voce does not declare stripe among its processors; say there what it is given and why, or take the setting away.',
    ]);
  });

  it('stop the start over what is missing, all at once', () => {
    expect(faultsOf({ STRIPE_SECRET_KEY: 'sk_live_1', RAZORPAY_KEY_ID: 'rzp_test_1', PADDLE_API_KEY: 'pdl_live_1' })).toEqual([
      'STRIPE_WEBHOOK_SECRETS: is not set, but STRIPE_SECRET_KEY is; set it, or take the key away.',
      'RAZORPAY_KEY_SECRET: is not set, but RAZORPAY_KEY_ID is; set it, or take the key away.',
      'RAZORPAY_WEBHOOK_SECRETS: is not set, but RAZORPAY_KEY_ID is; set it, or take the key away.',
      'PADDLE_WEBHOOK_SECRETS: is not set, but PADDLE_API_KEY is; set it, or take the key away.',
      'PADDLE_CHECKOUT_URL: is not set, but PADDLE_API_KEY is; set it, or take the key away.',
    ]);
  });

  it('stop the start over a key that does not say whether its money is real', () => {
    expect(faultsOf({ ...stripe, STRIPE_SECRET_KEY: 'pk_live_1' })).toEqual(['STRIPE_SECRET_KEY: begins with none of sk_live_, sk_test_, rk_live_ or rk_test_, so that nobody knows whether its money is real.']);
  });
});
