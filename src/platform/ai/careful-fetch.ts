const MOST_BYTES = 1_048_576;
/** A provider that asks for more patience than this is asked again all the same. */
const LONGEST_WAIT_SECONDS = 900;

/** What fails before a request has left this machine. */
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * The web as a provider's library may use it for one question: it follows no redirect, since the key and the answer
 * would go with it, reads no more than a megabyte unless told otherwise, and remembers how long the provider asks to be
 * left alone.
 */
export class CarefulFetch {
  /** `mayAsk` has a say before every request, those that a library repeats by itself included; once it says no, nothing more is sent. */
  constructor(
    private readonly mayAsk: () => Promise<boolean>,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  #retryAfterSeconds: number | undefined;
  #sawTooMuch = false;
  #mayHaveCost = false;

  get retryAfterSeconds(): number | undefined {
    return this.#retryAfterSeconds;
  }

  /** True when a reply was cut off for its size. */
  get sawTooMuch(): boolean {
    return this.#sawTooMuch;
  }

  /** False as long as every request was refused by the provider, or never reached it: nobody charges for that. */
  get mayHaveCost(): boolean {
    return this.#mayHaveCost;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    if (!(await this.mayAsk())) throw new Error('Asking is no longer allowed');
    const response = await fetch(input, { ...init, redirect: 'manual' }).catch((error: unknown) => {
      this.#mayHaveCost ||= !NEVER_LEFT.test(codeOf(error));
      throw error;
    });
    const isElsewhere = response.status >= 300 && response.status < 400;
    this.#mayHaveCost ||= response.ok || isElsewhere;
    if (isElsewhere) throw await turnedAway(response);
    this.#retryAfterSeconds = secondsOf(response.headers.get('retry-after'), Date.now());
    if (!response.body) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(this.#upTo(this.mostBytes)), { status, statusText, headers });
  };

  #upTo(most: number): TransformStream<Uint8Array, Uint8Array> {
    let bytes = 0;
    return new TransformStream({
      transform: (chunk, controller) => {
        bytes += chunk.byteLength;
        if (bytes <= most) controller.enqueue(chunk);
        else {
          this.#sawTooMuch = true;
          controller.error(new Error('The reply is too long'));
        }
      },
    });
  }
}

/** To refuse a redirect is left to us: libraries take what `fetch` says of it for a line that broke, and ask again. */
async function turnedAway(response: Response): Promise<Error> {
  await response.body?.cancel();
  return new Error('A redirect is not followed');
}

function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : '';
}

/** The seconds a `Retry-After` header asks for, whole and at least 1; it may name a moment instead (RFC 9110, 10.2.3). */
export function secondsOf(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_WAIT_SECONDS);
}
