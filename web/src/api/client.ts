import { NoConnectionError, ProblemError, readProblem } from './problem.js';

interface CallOptions {
  body?: unknown;
  /** Sent as they are, instead of a body in JSON. */
  bytes?: Blob;
  /** What the bytes are, where that matters. */
  contentType?: string;
  signal?: AbortSignal;
  /** Lets a request outlive its page; browsers allow it for bodies below 64 kB. */
  outlivePage?: boolean;
}

/** One request to our own origin; the cookie travels by itself. Throws ProblemError or NoConnectionError. */
export async function call<T>(method: string, path: string, { body, bytes, contentType = 'application/octet-stream', signal, outlivePage }: CallOptions = {}): Promise<T> {
  const response = await send(path, {
    method,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(bytes ? { 'Content-Type': contentType } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(bytes ? { body: bytes } : {}),
    ...(signal ? { signal } : {}),
    ...(outlivePage ? { keepalive: true } : {}),
  });
  if (response.status === 204) return undefined as T;
  const content = await readJson(response);
  if (!response.ok) throw new ProblemError(readProblem(response.status, content, response.headers.get('Retry-After')));
  return content as T;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new NoConnectionError(error);
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch (error) {
    // A proxy in between answers with a page of its own; a success must be ours.
    if (response.ok) throw new NoConnectionError(error);
    return null;
  }
}
