import { CONTEXTS, multikeyAt, offlineLoader } from '../contexts.js';
import { isProven } from '../proof.js';
import { type FoundReading, type OurKeys } from './reading.js';
import { wordsOf } from './words-of.js';

/** A credential with what its signature is worth. */
export interface Checked {
  readonly credential: Readonly<Record<string, unknown>>;
  readonly proof: FoundReading['proof'];
  readonly key: string | null;
  readonly words: string | null;
}

/** A credential whose proof stands in it; null when the text is no credential. */
export async function readJson(text: string, { rings }: OurKeys): Promise<Checked | null> {
  const credential = parsed(text);
  if (!credential || !isCredential(credential)) return null;
  const [ours, words] = [new Set(rings.map(({ id }) => id)), wordsOf(text)];
  const signer = signerOf(credential, ours);
  if (signer === null) return { credential, proof: 'unknown', key: null, words };
  // Other contexts could let the same signed facts be read as other words.
  const context = [credential['@context']].flat();
  const isOurs = ours.has(signer) && JSON.stringify(context) === JSON.stringify(CONTEXTS.slice(0, context.length));
  const proof = (await isProven(credential, offlineLoader(ours))) ? 'good' : 'bad';
  return { credential, proof, key: isOurs ? signer : null, words };
}

/** The key that the one proof names; null for kinds of proof that are not checked here, and for keys that would have to be fetched. */
function signerOf({ '@context': context, proof }: Checked['credential'], ours: ReadonlySet<string>): string | null {
  const [only, another] = [proof].flat();
  const { type, cryptosuite, verificationMethod } = (typeof only === 'object' && only !== null ? only : {}) as Readonly<Record<string, unknown>>;
  const isKnown = another === undefined && type === 'DataIntegrityProof' && cryptosuite === 'eddsa-rdfc-2022' && typeof verificationMethod === 'string';
  return isKnown && [context].flat().every((part) => typeof part === 'string') ? multikeyAt(verificationMethod, ours) : null;
}

/** Whether it calls itself a credential; of whatever it says, nothing is believed yet. */
export function isCredential({ '@context': context, type }: Checked['credential']): boolean {
  return context !== undefined && [type].flat().includes('VerifiableCredential');
}

export function parsed(text: string): Checked['credential'] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Checked['credential']) : null;
  } catch {
    return null;
  }
}
