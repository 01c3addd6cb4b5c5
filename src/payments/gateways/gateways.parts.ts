import { type Provider, type Type } from '@nestjs/common';
import { Config, ConfigurationError, type Settings } from '../../platform/config/index.js';
import { Policy } from '../../platform/policy/index.js';
import { BuiltInGateway } from './built-in/built-in-gateway.js';
import { builtInControllers, builtInProviders } from './built-in/built-in.parts.js';
import { gatewayFaults } from './gateway-settings.js';
import { type PaymentGateway } from './gateway.js';
import { CONFIGURED_GATEWAYS, Gateways } from './gateways.js';
import { PaddleGateway } from './paddle/paddle-gateway.js';
import { PaystackGateway } from './paystack/paystack-gateway.js';
import { RazorpayGateway } from './razorpay/razorpay-gateway.js';
import { StripeGateway } from './stripe/stripe-gateway.js';

/** Each gateway is made here from the settings, where they are there; its library is loaded only then. */
async function configured(config: Config, builtIn: BuiltInGateway, policy: Policy): Promise<PaymentGateway[]> {
  const faults = gatewayFaults(config, (id) => policy.processor(id) !== null);
  if (faults.length > 0) throw new ConfigurationError(faults);
  const { settings } = config;
  return [
    ...(await stripe(settings)),
    ...(await razorpay(settings)),
    ...paystack(settings),
    ...paddle(settings),
    ...(settings.BUILT_IN_GATEWAY ? [builtIn] : []),
  ];
}

async function stripe({ STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRETS: webhookSecrets, STRIPE_BASE_URL: baseUrl }: Settings): Promise<PaymentGateway[]> {
  return secretKey === undefined ? [] : [await StripeGateway.from({ secretKey, webhookSecrets, baseUrl })];
}

async function razorpay({ RAZORPAY_KEY_ID: keyId, RAZORPAY_KEY_SECRET: keySecret, RAZORPAY_WEBHOOK_SECRETS: webhookSecrets, RAZORPAY_BASE_URL: baseUrl }: Settings): Promise<PaymentGateway[]> {
  return keyId === undefined || keySecret === undefined ? [] : [await RazorpayGateway.from({ keyId, keySecret, webhookSecrets, baseUrl })];
}

function paystack({ PAYSTACK_SECRET_KEY: key, PAYSTACK_OLD_SECRET_KEY: oldKey, PAYSTACK_BASE_URL: baseUrl }: Settings): PaymentGateway[] {
  return key === undefined ? [] : [new PaystackGateway({ key, oldKey, baseUrl })];
}

function paddle({ PADDLE_API_KEY: key, PADDLE_WEBHOOK_SECRETS: webhookSecrets, PADDLE_BASE_URL: baseUrl, PADDLE_CHECKOUT_URL: checkoutUrl }: Settings): PaymentGateway[] {
  return key === undefined || checkoutUrl === undefined ? [] : [new PaddleGateway({ key, webhookSecrets, baseUrl, checkoutUrl })];
}

/** What the module of payments has of this folder. */
export const gatewaysControllers: Type[] = [...builtInControllers];
export const gatewaysProviders: Provider[] = [
  ...builtInProviders,
  { provide: CONFIGURED_GATEWAYS, inject: [Config, BuiltInGateway, Policy], useFactory: configured },
  Gateways,
];
