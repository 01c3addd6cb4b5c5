import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GatewayDouble } from '../../support/gateways/double.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

/** Somebody who buys, or runs this place. */
export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly visitor: Visitor;
}

export interface Bought {
  readonly id: string;
  readonly state: string;
  readonly price: { readonly amount: string; readonly currency: string };
  readonly go: { readonly kind: string; readonly url?: string; readonly action?: string; readonly fields?: Readonly<Record<string, string>> } | null;
}

export interface BoughtPlan {
  readonly id: string;
  readonly state: string;
  readonly endsAtPeriodEnd: boolean;
  readonly graceUntil: string | null;
  readonly hasPortal: boolean;
}

export interface HistoryLine {
  readonly kind: string;
  readonly state: string;
  readonly price: { readonly amount: string };
  readonly invoice: { readonly kind: string } | null;
}

const A_TASTE = `
    - { id: a-taste, kind: pack, for: candidate, title: A taste, says: One interview more., interviews: 1, usableFor: P1Y, prices: { USD: "0.00", INR: "0.00" } }`;

/** The product with gateways that are doubles, and a policy that also has a product for nothing. */
export class Shop {
  private people = 0;

  private constructor(
    readonly world: World,
    private readonly policies: string,
    private readonly doubles: readonly GatewayDouble[],
  ) {}

  static open(...doubles: readonly GatewayDouble[]): Promise<Shop> {
    return Shop.openWith(null, ...doubles);
  }

  /** With a table of its own of who takes which currency, as the policy writes it. */
  static async openWith(gateways: string | null, ...doubles: readonly GatewayDouble[]): Promise<Shop> {
    const policies = await mkdtemp(join(tmpdir(), 'viva-policies-'));
    await cp(join(import.meta.dirname, '../../../policies'), policies, { recursive: true });
    const file = join(policies, 'viva-voce.yaml');
    const written = (await readFile(file, 'utf8')).replace('\n  products:', `\n  products:${A_TASTE}`);
    await writeFile(file, gateways === null ? written : written.replace(/\n {2}gateways: .*/, `\n  gateways: ${gateways}`));
    const settings = Object.assign({}, ...doubles.map((double) => double.settings)) as Record<string, string>;
    return new Shop(await World.create({ BUILT_IN_GATEWAY: 'false', POLICIES_DIR: policies, ...settings }), policies, doubles);
  }

  async close(): Promise<void> {
    await this.world.destroy();
    await Promise.all([...this.doubles.map((double) => double.stop()), rm(this.policies, { recursive: true })]);
  }

  buyer(): Promise<Person> {
    return this.person('candidate');
  }

  async operator(): Promise<Person> {
    const person = await this.person('operator');
    await this.world.database.query(`insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) values ($1, 'sealed', clock.now())`, [person.accountId]);
    return person;
  }

  /** Presses the button. */
  buy({ visitor }: Person, product = 'ten-interviews', more: object = {}): Promise<Answer> {
    return visitor.post('/api/billing/purchases', { product, quantity: 1, currency: 'USD', requestKey: randomUUID(), ...more });
  }

  /** Presses the button, pays at the page of the gateway, and is back; what the payment is called there. */
  async paid(person: Person, gateway: GatewayDouble, product = 'ten-interviews', more: object = {}): Promise<{ id: string; payment: string }> {
    const { id } = (await this.buy(person, product, more)).body as Bought;
    const payment = await gateway.pay(await this.pageOf(id));
    await this.look(id);
    return { id, payment };
  }

  /** What the gateway calls the page of a purchase. */
  async pageOf(purchaseId: string): Promise<string> {
    const [row] = await this.world.database.query<{ page: string }>('select checkout_reference as page from payments.purchase where id = $1', [purchaseId]);
    return row?.page ?? '';
  }

  /** Has the gateway asked what became of it. */
  async look(purchaseId: string): Promise<void> {
    const { Looks } = await import('../../../src/payments/settlement/looks.js');
    await this.world.app.get(Looks).look(purchaseId);
    await this.world.settle();
  }

  async stateOf(person: Person, id: string): Promise<string> {
    return ((await person.visitor.get(`/api/billing/purchases/${id}`)).body as Bought).state;
  }

  async plansOf({ visitor }: Person): Promise<BoughtPlan[]> {
    return ((await visitor.get('/api/billing')).body as { plans: BoughtPlan[] }).plans;
  }

  /** What the gateway calls the plan of a purchase. */
  async planAtGateway(purchaseId: string): Promise<string> {
    const [row] = await this.world.database.query<{ reference: string }>('select reference from payments.subscription where purchase_id = $1', [purchaseId]);
    return row?.reference ?? '';
  }

  async historyOf({ visitor }: Person): Promise<HistoryLine[]> {
    return ((await visitor.get('/api/billing/history')).body as { items: HistoryLine[] }).items;
  }

  /** How many bought credits somebody has left. */
  async bought({ visitor }: Person): Promise<number> {
    const { credits } = (await visitor.get('/api/billing')).body as { credits: { lots: { source: string; left: number }[] } };
    return credits.lots.reduce((sum, { left }) => sum + left, 0);
  }

  /** Signed in again, after the clock was moved past the end of the sign-in. */
  async again({ accountId, email }: Person): Promise<Person> {
    const visitor = this.world.visitor();
    visitor.keep(`viva.session_token=${await signedIn(this.world, accountId)}; Path=/`);
    return { accountId, email, visitor };
  }

  private async person(role: 'candidate' | 'operator'): Promise<Person> {
    const email = `${role}${(this.people += 1)}@example.com`;
    return this.again({ accountId: await personWith(this.world, { email, roles: [role] }), email, visitor: this.world.visitor() });
  }
}
