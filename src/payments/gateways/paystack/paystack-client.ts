import { z } from 'zod';
import { GatewayAway, GatewayRefuses } from '../gateway.js';

const envelope = z.object({ status: z.boolean(), code: z.string().optional(), message: z.string().optional(), data: z.unknown().optional() });
/** Too late, too many, or a key that is not right (any more), which says nothing about what was asked for. */
const PASSING: ReadonlySet<number> = new Set([401, 403, 408, 429]);
const LISTED_AT_ONCE = 100;
/** More pages than this of one customer's payments are a mistake. */
const MOST_PAGES = 20;

/** Asks Paystack, which has no library of its own for Node. */
export class PaystackClient {
  constructor(
    private readonly baseUrl: string,
    private readonly key: string,
    private readonly timeoutMs: number,
  ) {}

  /** Null where there is none. What only reads is asked twice before it is given up. */
  async find<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
    const answer = await this.ask('GET', path).catch((error: unknown) => {
      if (error instanceof GatewayAway) return this.ask('GET', path);
      throw error;
    }).catch((error: unknown) => {
      if (error instanceof GatewayRefuses && /not_found$/.test(error.because)) return null;
      throw error;
    });
    return answer === null ? null : this.read(shape, answer.data);
  }

  /** All of a list, which ends with `path?…`. */
  async list<T>(path: string, shape: z.ZodType<T>): Promise<T[]> {
    const all: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const some = await this.find(`${path}&perPage=${LISTED_AT_ONCE}&page=${page}`, z.array(shape)) ?? [];
      all.push(...some);
      if (some.length < LISTED_AT_ONCE) break;
    }
    return all;
  }

  /** Once: Paystack knows no idempotency key, so whoever asks again must look first. */
  async post<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T> {
    return this.read(shape, (await this.ask('POST', path, body)).data);
  }

  private async ask(method: 'GET' | 'POST', path: string, body?: object): Promise<z.output<typeof envelope>> {
    const { status, said } = await this.send(method, path, body);
    const answer = envelope.safeParse(said);
    if (status >= 500 || PASSING.has(status) || !answer.success) throw new GatewayAway('paystack', `http_${status}`);
    if (status < 400 && answer.data.status) return answer.data;
    throw new GatewayRefuses('paystack', refusal(status, answer.data.code, answer.data.message));
  }

  private async send(method: 'GET' | 'POST', path: string, body?: object): Promise<{ status: number; said: unknown }> {
    try {
      const response = await fetch(new URL(path, this.baseUrl), {
        method,
        headers: { authorization: `Bearer ${this.key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      return { status: response.status, said: await response.json().catch(() => null) };
    } catch (error) {
      throw new GatewayAway('paystack', error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network');
    }
  }

  private read<T>(shape: z.ZodType<T>, data: unknown): T {
    const read = shape.safeParse(data);
    if (!read.success) throw new GatewayAway('paystack', 'unreadable');
    return read.data;
  }
}

/** Its code; older answers have only a sentence, of which two are told apart. */
function refusal(status: number, code: string | undefined, message = ''): string {
  if (code !== undefined && /^[a-z_]{1,60}$/.test(code) && (status !== 404 || code.endsWith('not_found'))) return code;
  if (/duplicate transaction reference/i.test(message)) return 'duplicate_reference';
  if (status === 404 || /not found/i.test(message)) return 'not_found';
  return `http_${status}`;
}
