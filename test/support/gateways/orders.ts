import { Money, newId, Period } from '../../../src/kernel/index.js';
import { type Order } from '../../../src/payments/gateways/gateway.js';

/** A wish to buy, as a gateway is told of it; whoever asks for the address of a person is told that there is none to give. */
export function orderOf(amount = '9.00', currency = 'USD', wish: Partial<Omit<Order, 'every'>> & { readonly every?: string } = {}): Order {
  const { every, ...rest } = wish;
  const id = newId();
  return {
    id, title: 'Ten interviews', quantity: 1, amount: Money.parse(amount, currency), product: 'ten-interviews', returnUrl: `https://viva.test/api/checkout/${id}/back`,
    email: async () => Promise.reject(new Error('This gateway needs no address')), closesAt: new Date(Date.now() + 2 * 3_600_000), ...rest, every: every === undefined ? null : Period.parse(every),
  };
}
