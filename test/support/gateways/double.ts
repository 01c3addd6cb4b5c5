/** A webhook as the double signed it, ready to be sent as often as one likes. */
export interface SignedWebhook {
  readonly eventId: string;
  readonly type: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What goes wrong between us and the double: it answers too late, does what it was asked and hangs up, fails, or is not there. */
export type Trouble = 'late' | 'lost_reply' | 'broken' | 'away';

/**
 * A gateway on a loopback port that keeps state as the real one does: idempotency keys replay their answer, payments go
 * from one state to the next, and each change is a signed webhook. The library of the gateway itself talks to it.
 */
export interface GatewayDouble {
  /** Settings of a World that sells through it. */
  readonly settings: Readonly<Record<string, string>>;
  /** What somebody does at its page; gives the payment's reference. `later`: promised, and completed or failed with `complete`. */
  pay(checkout: string, how?: 'paid' | 'declined' | 'authorised' | 'later', amountMinor?: bigint): Promise<string>;
  complete(payment: string, how: 'captured' | 'failed'): Promise<void>;
  /** The next turn of a plan. */
  renew(subscription: string, how?: 'paid' | 'failed'): Promise<string>;
  /** Ends a plan from the gateway's side. */
  end(subscription: string): Promise<void>;
  /** A refund from the gateway's own desk. */
  refund(payment: string, amountMinor: bigint): Promise<void>;
  /** The bank sent the latest refund back, days after it was made. */
  failRefund(payment: string): void;
  dispute(payment: string, how: 'open' | 'won' | 'lost'): Promise<void>;
  /** Webhooks that were made since the last call, in order. */
  webhooks(): SignedWebhook[];
  /** Any body of its own, signed as it signs; `at` moves the time it says. */
  sign(body: string, at?: Date, secret?: string): SignedWebhook;
  /** What goes wrong with its next requests. */
  trouble(kind: Trouble, times?: number): void;
  /** How often a thing was really done: refunds made, checkouts made, whatever the number of requests. */
  readonly done: { readonly checkouts: number; readonly refunds: number; readonly cancellations: number };
  /** What it was told, as text: to see that nothing of a person was among it. */
  readonly heard: readonly string[];
  stop(): Promise<void>;
}

/** Sends webhooks to a server, `times` each, in a shuffled order that `seed` decides, `atOnce` at a time; gives each status and how long it took in ms. */
export async function deliver(url: string, webhooks: readonly SignedWebhook[], { times = 1, atOnce = 10, seed = 1 } = {}): Promise<{ status: number; ms: number }[]> {
  const waiting = shuffled(webhooks.flatMap((one) => Array.from({ length: times }, () => one)), seed);
  const answers: { status: number; ms: number }[] = [];
  const carry = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const from = performance.now();
      const { status } = await fetch(url, { method: 'POST', body: one.body, headers: { 'content-type': 'application/json', ...one.headers }, signal: AbortSignal.timeout(30_000) });
      answers.push({ status, ms: performance.now() - from });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
  return answers;
}

/** Fisher and Yates, with the generator of Park and Miller: the same seed gives the same order. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const left = [...list];
  const order: T[] = [];
  let state = (seed % 2_147_483_646) + 1;
  while (left.length > 0) {
    state = (state * 48_271) % 2_147_483_647;
    order.push(...left.splice(state % left.length, 1));
  }
  return order;
}
