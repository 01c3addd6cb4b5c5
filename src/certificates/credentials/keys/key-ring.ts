import { createPrivateKey, generateKeyPair as generate, type JsonWebKey, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { selfSigned } from './x509.js';

const generateKeyPair = promisify(generate);
const RSA_BITS = 2048;

/** The public halves of one generation of keys. */
export interface PublicRing {
  /** The Ed25519 key as a Multikey, `z6Mk…`. */
  readonly id: string;
  readonly rsa: JsonWebKey;
  readonly x509: Buffer;
}

/** One generation of keys: Ed25519 for credentials and lists, RSA for JWTs and papers. */
export interface KeyRing extends PublicRing {
  readonly edwards: KeyObject;
  readonly rsaSecret: KeyObject;
}

/** Makes new keys; `name` stands in the X.509 certificate. */
export async function newKeyRing(name: string, now: Date): Promise<KeyRing> {
  const [edwards, rsa] = await Promise.all([generateKeyPair('ed25519'), generateKeyPair('rsa', { modulusLength: RSA_BITS })]);
  return {
    id: await multikeyOf(edwards.publicKey), rsa: rsa.publicKey.export({ format: 'jwk' }), x509: selfSigned(rsa.privateKey, name, now),
    edwards: edwards.privateKey, rsaSecret: rsa.privateKey,
  };
}

/** The private halves as a text, to be sealed. */
export function secretsOf({ edwards, rsaSecret }: KeyRing): string {
  return JSON.stringify([edwards, rsaSecret].map((key) => key.export({ format: 'jwk' })));
}

/** A ring from its public halves and the text of its private ones. */
export function ringOf(open: PublicRing, secrets: string): KeyRing {
  const [edwards, rsaSecret] = (JSON.parse(secrets) as JsonWebKey[]).map((key) => createPrivateKey({ key, format: 'jwk' }));
  if (!edwards || !rsaSecret) throw new Error('Two private keys belong to a ring');
  return { ...open, edwards, rsaSecret };
}

async function multikeyOf(key: KeyObject): Promise<string> {
  const { fromJwk } = await import('@digitalbazaar/ed25519-multikey');
  const { publicKeyMultibase } = await fromJwk({ jwk: key.export({ format: 'jwk' }) });
  return publicKeyMultibase;
}
