import { randomUUID } from 'node:crypto';
import { type Visitor } from '../visitor.js';
import { type World } from '../world.js';

type Choice = 'pay' | 'decline' | 'promise' | 'cancel';
type PlanChoice = 'pay_missing' | 'fail_next' | 'pass_next' | 'end_with_turn' | 'end_now';

/** Of a plan: whether the payment after the first one fails, and whether its first turn is over in a minute. */
export interface Beginning {
  readonly nextFails?: boolean;
  readonly shortTurn?: boolean;
}

/** A wish to buy something at the built-in gateway. `reference` is the address of its page there. */
export interface BuiltInPurchase {
  readonly id: string;
  readonly reference: string;
}

/** Presses the button of a product; nobody has paid yet. */
export async function wanted(buyer: Visitor, product: string, { currency = 'USD', quantity = 1, path = '/api/billing/purchases' } = {}): Promise<BuiltInPurchase> {
  const { status, body, text } = await buyer.post(path, { product, quantity, currency, requestKey: randomUUID() });
  if (status !== 201) throw new Error(`Nothing can be bought: ${text}`);
  const { id, go } = body as { id: string; go: { url: string } };
  return { id, reference: /\/pay\/built-in\/(.+)$/.exec(go.url)?.[1] ?? '' };
}

/** Does something at the page of the gateway, without the webhook that follows; gives where the browser is led to. */
export async function pressed(world: World, { reference }: BuiltInPurchase, choice: Choice, more: Beginning = {}): Promise<string> {
  const { status, body, text } = await world.visitor().post(`/api/built-in-gateway/checkouts/${reference}`, { choice, ...more });
  if (status !== 200) throw new Error(`The page refused: ${text}`);
  return (body as { back: string }).back;
}

/** Does something to the plan that was bought at a page, without the webhook that follows. */
export async function pressedForPlan(world: World, { reference }: BuiltInPurchase, choice: PlanChoice): Promise<void> {
  const { status, text } = await world.visitor().post(`/api/built-in-gateway/checkouts/${reference}/plan`, { choice });
  if (status !== 200) throw new Error(`The page refused: ${text}`);
}

/** Wanted, paid, and told to us by the gateway. */
export async function bought(world: World, buyer: Visitor, product: string, wish: { currency?: string; quantity?: number; path?: string } & Beginning = {}): Promise<BuiltInPurchase> {
  const { nextFails = false, shortTurn = false, ...how } = wish;
  const purchase = await wanted(buyer, product, how);
  await pressed(world, purchase, 'pay', { nextFails, shortTurn });
  await world.settle();
  return purchase;
}
