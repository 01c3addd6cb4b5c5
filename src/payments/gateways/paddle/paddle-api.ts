import { type Environment, type Paddle } from '@paddle/paddle-node-sdk';
import { z } from 'zod';
import { GatewayAway, GatewayRefuses } from '../gateway.js';

/** Errors of the library are these fields on an Error, without the status. `api_error`: of Paddle's own making. */
const refusalShape = z.object({ type: z.string(), code: z.string().regex(/^[a-z_]{1,80}$/) });
const PASSING = new Set([
  'too_many_requests', 'service_unavailable', 'bad_gateway', 'internal_error', 'concurrent_transaction_update', 'conflict',
  // In the half hour before a renewal nobody can change a subscription.
  'subscription_locked_renewal', 'subscription_locked_processing',
  // A key that is not right (any more; Paddle's end by themselves) says nothing about what was asked for.
  'authentication_missing', 'authentication_malformed', 'invalid_token', 'forbidden',
]);
const ABSENT = new Set(['entity_not_found', 'not_found', 'transaction_not_found', 'subscription_not_found']);

/** Paddle's own library, which waits for ever and repeats nothing: both are done here. It is loaded when it is first needed. */
export class PaddleApi {
  private library: Promise<Paddle> | null = null;

  constructor(
    private readonly key: string,
    private readonly baseUrl: string,
    private readonly timeoutMs: number,
  ) {}

  /** Null where there is none. What only reads is asked twice before it is given up. */
  async find<T>(read: (paddle: Paddle) => Promise<T>): Promise<T | null> {
    try {
      return await this.do(read).catch((error: unknown) => {
        if (error instanceof GatewayAway) return this.do(read);
        throw error;
      });
    } catch (error) {
      if (error instanceof GatewayRefuses && ABSENT.has(error.because)) return null;
      throw error;
    }
  }

  /** Once: Paddle knows no idempotency key, so whoever asks again must look first. */
  async do<T>(work: (paddle: Paddle) => Promise<T>): Promise<T> {
    const paddle = await (this.library ??= this.load());
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new GatewayAway('paddle', 'timeout')), this.timeoutMs);
    });
    try {
      return await Promise.race([work(paddle), late]);
    } catch (error) {
      throw failure(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** It takes any address where it expects the name of an environment, and has no other way to be told one. */
  private async load(): Promise<Paddle> {
    const { LogLevel, Paddle: Library } = await import('@paddle/paddle-node-sdk');
    return new Library(this.key, { environment: this.baseUrl as Environment, logLevel: LogLevel.none });
  }
}

/** What is no refusal in Paddle's own words is a line that broke, or a page of something in between. */
function failure(error: unknown): Error {
  if (error instanceof GatewayAway) return error;
  const refusal = refusalShape.safeParse(error);
  if (!refusal.success) return new GatewayAway('paddle', 'network');
  const { type, code } = refusal.data;
  return type === 'api_error' || PASSING.has(code) ? new GatewayAway('paddle', code) : new GatewayRefuses('paddle', code);
}
