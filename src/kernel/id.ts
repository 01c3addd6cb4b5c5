import { randomBytes, createHash } from 'node:crypto';

const MOST_STEPS = 0xfff;
const SMALL_STEP_BACK_MS = 1_000;
let latest = { millis: 0, step: 0 };

/**
 * A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, 12 that count within one, 62 random bits. Ids of one process sort by
 * birth, also when the clock goes back a little.
 */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  latest = next(now, bytes.readUInt16BE(6));
  bytes.writeUIntBE(latest.millis, 0, 6);
  bytes.writeUInt16BE(0x7000 | latest.step, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The place of the next id in time: a new millisecond begins in the lower half of the count, so that it has room to go on. */
function next(now: number, random: number): typeof latest {
  const { millis, step } = latest;
  const wentBack = now < millis && millis - now < SMALL_STEP_BACK_MS;
  if (now !== millis && !wentBack) return { millis: now, step: random & (MOST_STEPS >> 1) };
  return step < MOST_STEPS ? { millis, step: step + 1 } : { millis: millis + 1, step: 0 };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any version; anything else is answered as if it did not exist. */
export function isId(value: string): boolean {
  return UUID.test(value);
}

/** An unguessable token of 128 random bits, as 22 characters of base64url. Store only `hashToken` of it. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** SHA-256 of a token as 64 hexadecimal characters: what is stored and looked up. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
