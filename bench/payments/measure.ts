import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { newId } from '../../src/kernel/index.js';
import { deliver, type SignedWebhook } from '../../test/support/gateways/double.js';
import { timed, type Times, timesOf } from '../search/timing.js';

const AT_ONCE = 10;

export interface Effort {
  readonly rounds: number;
  /** How many webhooks, and how many bare inserts, there are in a round. */
  readonly each: number;
}

/** What is measured: a running product, its database, and whoever signs for Stripe. */
export interface Measured {
  readonly url: string;
  readonly databaseUrl: string;
  readonly sign: (body: string) => SignedWebhook;
}

export interface WebhookReport {
  readonly atOnce: number;
  readonly refused: number;
  readonly webhook: Times;
  /** The same row, inserted over a connection that is open, with nothing around it. */
  readonly bareInsert: Times;
  readonly ratio: { readonly p50: number; readonly p95: number };
}

/** How long a gateway waits for its answer, beside what PostgreSQL takes for the row alone; both in turns, ten at once. */
export async function measureWebhooks({ url, databaseUrl, sign }: Measured, { rounds, each }: Effort): Promise<WebhookReport> {
  const pool = new Pool({ connectionString: databaseUrl, max: AT_ONCE });
  const [webhook, bare]: [number[], number[]] = [[], []];
  let refused = 0;
  try {
    for (let round = -1; round < rounds; round += 1) {
      const answers = await deliver(`${url}/api/webhooks/stripe`, Array.from({ length: each }, () => sign(someEvent())), { atOnce: AT_ONCE });
      const inserts = await tenAtOnce(each, () => timed(() => insert(pool)));
      refused += answers.filter(({ status }) => status !== 200).length;
      // The first round finds everything cold, and is not counted.
      if (round < 0) continue;
      webhook.push(...answers.map(({ ms }) => ms));
      bare.push(...inserts);
    }
  } finally {
    await pool.end();
  }
  const [times, floor] = [timesOf(webhook), timesOf(bare)];
  return { atOnce: AT_ONCE, refused, webhook: times, bareInsert: floor, ratio: { p50: ratio(times.p50, floor.p50), p95: ratio(times.p95, floor.p95) } };
}

const ratio = (one: number, other: number): number => Math.round((one / other) * 10) / 10;

/** A payment that Stripe never heard of, as large as its events are. */
function someEvent(): string {
  const object = { id: `pi_${randomUUID()}`, object: 'payment_intent', amount: 900, currency: 'usd', livemode: false, metadata: {}, description: 'x'.repeat(1500) };
  return JSON.stringify({ id: `evt_${randomUUID()}`, object: 'event', created: Math.floor(Date.now() / 1000), livemode: false, type: 'payment_intent.succeeded', data: { object } });
}

async function insert(pool: Pool): Promise<void> {
  await pool.query(
    `insert into payments.gateway_event (id, gateway, event_id, type, mode, refs, amount_minor, currency, occurred_at, state, expires_at) values ($1, 'stripe', $2, 'payment_intent.succeeded', 'test', $3, 900, 'USD', now(), 'idle', now() + interval '7 years')
     on conflict (gateway, event_id) do nothing returning id`,
    [newId(), `evt_${randomUUID()}`, { payment: `pi_${randomUUID()}` }],
  );
}

async function tenAtOnce(count: number, run: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  const carry = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      times.push(await run());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  return times;
}
