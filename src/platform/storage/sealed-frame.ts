import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What one frame holds before it is sealed: small enough to skip into a recording, large enough to cost 0.04 % of space. */
export const FRAME_BYTES = 64 * 1024;
export const SEALED_FRAME_BYTES = NONCE_BYTES + FRAME_BYTES + TAG_BYTES;

/** Nonce, ciphertext, tag. `index` is the frame's place in its object. */
export function sealFrame(key: Buffer, index: number, frame: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place(index));
  return Buffer.concat([nonce, cipher.update(frame), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the frame was changed, cut, moved to another place or sealed with another key. */
export function openFrame(key: Buffer, index: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(place(index)).setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

function place(index: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(index));
  return bytes;
}
