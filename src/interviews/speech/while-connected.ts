import { type ServerResponse } from 'node:http';
import { hungUp } from './speech.errors.js';

/** A signal that is given when whoever waits for this answer hangs up. */
export function whileConnected(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(hungUp());
  });
  return gone.signal;
}
