import { type Carrier } from '../baking/found-credential.js';

/**
 * What was found in something somebody wants checked. `proof`: what is said is what was signed (`good`), it is not (`bad`), or that cannot be
 * told without asking elsewhere (`unknown`). `key`: the ring of ours it was signed with; null for keys of others. `words`: all that stands in
 * it, which can be more than its signature covers; null for a JWT, whose signature covers every byte.
 */
export interface FoundReading {
  readonly carrier: Carrier;
  readonly proof: 'good' | 'bad' | 'unknown';
  readonly key: string | null;
  readonly issuer: string;
  readonly issuerName: string;
  readonly id: string;
  readonly words: string | null;
}

/** Null: no credential is in it. */
export type Reading = FoundReading | null;

/** The public halves of our keys, as one may tell them to a child process. */
export interface OurKeys {
  readonly rings: readonly { readonly id: string; readonly n: string }[];
}
