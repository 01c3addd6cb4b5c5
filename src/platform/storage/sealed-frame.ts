import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { letGo } from './let-go.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What one frame holds before it is sealed: small enough to skip into a recording, large enough to cost 0.04 % of space. */
export const FRAME_BYTES = 64 * 1024;
export const SEALED_FRAME_BYTES = NONCE_BYTES + FRAME_BYTES + TAG_BYTES;

/** Writes nonce, ciphertext and tag into `into`: how many bytes. `index` is the frame's place in its object. */
export function sealFrame(key: KeyObject, index: number, frame: Uint8Array, into: Buffer): number {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place(index));
  const secret = cipher.update(frame);
  // This mode keeps nothing back for the end.
  cipher.final();
  into.set(nonce);
  into.set(secret, NONCE_BYTES);
  into.set(cipher.getAuthTag(), NONCE_BYTES + secret.length);
  const bytes = NONCE_BYTES + secret.length + TAG_BYTES;
  letGo(secret);
  return bytes;
}

/** What was sealed, in a buffer of its own. Throws when the frame was changed, cut, moved to another place or sealed with another key. */
export function openFrame(key: KeyObject, index: number, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(place(index)).setAuthTag(sealed.subarray(-TAG_BYTES));
  const frame = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  decipher.final();
  return frame;
}

function place(index: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(index));
  return bytes;
}
