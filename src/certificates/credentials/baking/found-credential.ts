import { looksLikeCredential } from './looks-like-credential.js';
import { credentialInPdf, isPdf } from './pdf.js';
import { credentialInPng, isPng } from './png.js';
import { credentialInSvg } from './svg.js';

/** What a credential may be brought in. */
export const carriers = ['text', 'png', 'svg', 'pdf'] as const;
export type Carrier = (typeof carriers)[number];

export interface FoundCredential {
  readonly carrier: Carrier;
  readonly text: string;
}

// A credential of ours is some 6 kB; those of others may carry pictures, and nothing of that size is a certificate.
const MOST_LETTERS = 1_048_576;

/** The credential in a file of whatever kind we know; null when there is none. Throws on files that are broken. */
export async function credentialIn(bytes: Buffer): Promise<FoundCredential | null> {
  const found = await sought(bytes);
  return found.text !== null && found.text.length <= MOST_LETTERS && looksLikeCredential(found.text) ? { carrier: found.carrier, text: found.text.trim() } : null;
}

async function sought(bytes: Buffer): Promise<{ carrier: Carrier; text: string | null }> {
  if (isPng(bytes)) return { carrier: 'png', text: credentialInPng(bytes) };
  if (isPdf(bytes)) return { carrier: 'pdf', text: await credentialInPdf(bytes) };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return text.trimStart().startsWith('<') ? { carrier: 'svg', text: await credentialInSvg(text) } : { carrier: 'text', text };
}
