import { createPublicKey, verify } from 'node:crypto';
import { type Checked, isCredential, parsed } from './read-json.js';
import { type OurKeys } from './reading.js';

const EXPONENT = 'AQAB';
/** Ways of signing that somebody else may well use; ours is RS256, and nothing else is checked. */
const OTHER_WAYS = ['RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** A credential that is a JWT; null when the text is none. */
export function readJwt(text: string, { rings }: OurKeys): Checked | null {
  const [head = '', body = '', signature = ''] = text.split('.');
  const [header, credential] = [parsed(decoded(head)), parsed(decoded(body))];
  if (!header || !credential || !isCredential(credential)) return null;
  if (header.alg !== 'RS256') return { credential, proof: OTHER_WAYS.includes(String(header.alg)) ? 'unknown' : 'bad', key: null, words: null };
  const key = modulusOf(header, rings);
  if (key === null) return { credential, proof: 'unknown', key: null, words: null };
  const isGood = isSignedWith(key, Buffer.from(`${head}.${body}`), Buffer.from(signature, 'base64url'));
  return { credential, proof: isGood ? 'good' : 'bad', key: rings.find(({ n }) => n === key)?.id ?? null, words: null };
}

/** The RSA key that stands in a header, or that its address names among ours. */
function modulusOf({ jwk, kid }: Checked['credential'], rings: OurKeys['rings']): string | null {
  const { kty, n, e } = (typeof jwk === 'object' && jwk !== null ? jwk : {}) as Readonly<Record<string, unknown>>;
  if (kty === 'RSA' && e === EXPONENT && typeof n === 'string') return n;
  return rings.find(({ id }) => typeof kid === 'string' && kid.startsWith('did:web:') && kid.endsWith(`#rsa-${id}`))?.n ?? null;
}

function isSignedWith(n: string, said: Buffer, signature: Buffer): boolean {
  try {
    return verify('sha256', said, createPublicKey({ key: { kty: 'RSA', n, e: EXPONENT }, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}

const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');
