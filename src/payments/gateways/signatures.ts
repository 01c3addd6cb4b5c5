import { createHmac, timingSafeEqual } from 'node:crypto';

/** The HMAC of some bytes in hexadecimal. */
export function hmac(algorithm: 'sha256' | 'sha512', secret: string, ...parts: readonly (string | Buffer)[]): string {
  const made = createHmac(algorithm, secret);
  for (const part of parts) made.update(part);
  return made.digest('hex');
}

/** Whether two texts are the same, in a time that says nothing of where they differ. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether one of the signatures was made with one of the secrets; every pair is compared. */
export function isSigned(signatures: readonly string[], secrets: readonly string[], sign: (secret: string) => string): boolean {
  return secrets.map(sign).reduce((found, right) => signatures.reduce((any, given) => isSame(given, right) || any, false) || found, false);
}
