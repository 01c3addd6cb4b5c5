import { randomUUID } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { builtInChoice } from './gateways/built-in/built-in.dto.js';
import { BuiltInPage } from './gateways/built-in/built-in-page.js';
import { Gateways } from './gateways/gateways.js';
import { Billing } from './purchases/billing.js';
import { Purchases } from './purchases/purchases.js';
import { Looks } from './settlement/looks.js';
import { type Payer } from './terms.js';

/** Somebody of a demonstration who buys a product of the policy. */
export interface DemoBuyer {
  readonly accountId: string;
  readonly payer: Payer;
  readonly product: string;
  /** What stands on their invoice. */
  readonly details: { readonly name: string; readonly address: string; readonly country: string };
}

/** Has somebody of a demonstration buy something with play money, as everybody does; where real money is taken nobody buys anything. */
export async function demoPayments(app: INestApplicationContext, { accountId, payer, product, details }: DemoBuyer): Promise<void> {
  const sold = app.get(Policy).values.sold.products.find(({ id }) => id === product);
  const currency = app.get(Gateways).currencies.find((code) => sold?.prices[code] !== undefined && app.get(Gateways).for(code)?.id === 'built_in');
  if (currency === undefined) return;
  await app.get(Billing).keepDetails(payer, { region: '', taxId: '', ...details });
  const { id } = await app.get(Purchases).open(accountId, payer, { product, quantity: 1, currency, requestKey: randomUUID() });
  const [page] = await app.get(Database).alone.query<{ reference: string }[]>('select checkout_reference as reference from payments.purchase where id = $1 and checkout_reference is not null', [id]);
  if (!page) throw new Error('The purchase of the demonstration has no page');
  await app.get(BuiltInPage).choose(page.reference, builtInChoice.parse({ choice: 'pay' }));
  // Its webhook comes when there is a server to hear it.
  await app.get(Looks).look(id);
}
