import { type Seen, type SeenPayment } from '../../../src/payments/gateways/gateway.js';
import { type World } from '../../support/world.js';

/** A purchase that waits to be paid: 10 credits for 9.00 USD, through the built-in gateway and by an organisation unless it says otherwise. */
export interface MadePurchase {
  readonly id: string;
  readonly customerId: string;
}

export interface WantedPurchase {
  readonly kind?: 'pack' | 'plan' | 'item';
  readonly gateway?: string;
  readonly credits?: number;
  readonly thing?: string | null;
  readonly customerId?: string;
}

export const PRICE = 900n;
export const CREDITS = 10;

/** What the specs of settlement need of a World. */
export async function settling(world: World) {
  const { newId } = await import('../../../src/kernel/index.js');
  const { Database } = await import('../../../src/platform/db/index.js');
  const { Settlement } = await import('../../../src/payments/settlement/settlement.js');
  const db = world.app.get(Database);
  const settlement = world.app.get(Settlement);
  return {
    db,
    newId,
    settlement,
    observe: (seen: Seen, gateway = 'built_in'): Promise<boolean> => db.transaction((tx) => settlement.observe(tx, gateway, seen)),
    async purchase({ kind = 'pack', gateway = 'built_in', credits = CREDITS, thing = null, customerId }: WantedPurchase = {}): Promise<MadePurchase> {
      const [id, customer] = [newId(), customerId ?? newId()];
      const terms = { credits: kind === 'item' ? {} : { invited_interview: credits }, premiumVoice: false, seats: 0, lasts: kind === 'plan' ? 'P1M' : 'P1Y' };
      if (customerId === undefined) await db.alone.query('insert into payments.customer (id, organisation_id) values ($1, $2)', [customer, newId()]);
      await db.alone.query(
        `insert into payments.purchase (id, customer_id, request_key, product, title, kind, quantity, terms, thing, currency, amount_minor, gateway, mode, state, checkout_reference, closes_at, look_at, expires_at)
         select $1::uuid, $2, $1::uuid, 'some', 'Ten invited interviews', $3, 1, $4, $5, 'USD', ${PRICE}, $6, 'test', 'open', 'page-' || $1::text, now + interval '2 hours', now + interval '10 minutes', now + interval '7 years' from clock.now() as now`,
        [id, customer, kind, terms, thing, gateway]);
      return { id, customerId: customer };
    },
  };
}

export type Settling = Awaited<ReturnType<typeof settling>>;

/** A view of a gateway that shows these payments and nothing else. */
export function showing(payments: readonly SeenPayment[], more: Partial<Seen> = {}): Seen {
  return { mode: 'test', payments, subscription: null, isOver: false, ...more };
}

export function paymentOf(order: string, more: Partial<SeenPayment> = {}): SeenPayment {
  return { reference: `pay-${order}`, order, subscription: null, period: null, state: 'captured', amountMinor: PRICE, currency: 'USD', refundedMinor: 0n, dispute: null, ...more };
}
