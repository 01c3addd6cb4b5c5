import { GatewayAway, GatewayRefuses } from '../gateway.js';

/** After these nothing is known, or it is for us to mend: the same request with the same key may succeed another time. */
const away = new Set(['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError', 'StripeAuthenticationError', 'StripePermissionError']);

/** Asks Stripe something; what its library throws becomes an error of the port, of which only a code is kept. */
export async function askStripe<T>(what: () => Promise<T>): Promise<T> {
  try {
    return await what();
  } catch (error) {
    const { type, code, statusCode } = error as { type?: unknown; code?: unknown; statusCode?: unknown };
    if (typeof type !== 'string' || !type.startsWith('Stripe')) throw error;
    const because = typeof code === 'string' ? code : type;
    // 409: another request with this key is still at work.
    throw away.has(type) || statusCode === 409 ? new GatewayAway('stripe', because) : new GatewayRefuses('stripe', because);
  }
}
