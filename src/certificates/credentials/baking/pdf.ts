import { looksLikeCredential } from './looks-like-credential.js';

/** Whether these bytes begin like a PDF. */
export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');

/** The first file attached to a paper that may be a credential; null when there is none. */
export async function credentialInPdf(pdf: Buffer): Promise<string | null> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(pdf));
  for (const id of (await document.getAttachments())?.keys() ?? []) {
    const text = Buffer.from((await document.getAttachmentContent(id)) ?? []).toString('utf8');
    if (looksLikeCredential(text)) return text;
  }
  return null;
}
