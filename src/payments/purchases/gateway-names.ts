import { type GatewayId } from '../gateways/gateway.js';

/** What people know them by. */
const NAMES: Readonly<Record<GatewayId | 'none', string>> = { stripe: 'Stripe', razorpay: 'Razorpay', paystack: 'Paystack', paddle: 'Paddle', built_in: 'Test gateway', none: '' };

export const gatewayName = (id: string): string => NAMES[id as GatewayId] ?? id;

/** Whether there is a page of the gateway where the card of a plan can be changed. */
export const hasPortal = (id: string): boolean => id !== 'razorpay';
