import { type Authenticator } from '../../platform/http/index.js';

/** A request, as far as pages of certificates look at it. */
export type Reading = Parameters<Authenticator['authenticate']>[0];

/** Programs that fetch a page to list it, to draw a preview of its link or to have it at hand, by what they call themselves. */
const PROGRAMS = /bot\b|bot\/|crawl|spider|slurp|preview|fetch|facebookexternalhit|whatsapp|telegram|skype|embedly|curl|wget|python|^node/i;

/** Whether a person may be looking. Nobody who does not want to be counted needs to say so: an empty name counts as a program. */
export function isPerson({ method, headers }: Pick<Reading, 'method' | 'headers'>): boolean {
  const { 'user-agent': agent = '', 'sec-purpose': purpose = headers.purpose ?? '' } = headers;
  return method === 'GET' && agent !== '' && !PROGRAMS.test(agent) && !String(purpose).includes('prefetch');
}
