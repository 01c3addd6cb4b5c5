import { type ServerResponse } from 'node:http';
import { hungUp } from './speech.errors.js';

/** A signal that is given when whoever waits for this answer hangs up. */
export function whileConnected(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  const ended = (): void => {
    if (!response.writableFinished) gone.abort(hungUp());
  };
  // Who went before we looked rings no bell any more.
  if (response.destroyed) ended();
  else response.once('close', ended);
  return gone.signal;
}
