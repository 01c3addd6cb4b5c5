import { credentialIn } from '../baking/found-credential.js';
import { isJwt } from '../baking/looks-like-credential.js';
import { type Checked, readJson } from './read-json.js';
import { readJwt } from './read-jwt.js';
import { type OurKeys, type Reading } from './reading.js';

// Whoever wrote it may have written anything: of any length, and with characters that turn or hide what is said beside it.
const SHOWN_LETTERS = 200;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** Finds the credential in a file and checks its proof, without asking anybody. */
export async function readUpload(bytes: Buffer, ours: OurKeys): Promise<Reading> {
  const found = await credentialIn(bytes);
  if (!found) return null;
  const checked = isJwt(found.text) ? readJwt(found.text, ours) : await readJson(found.text, ours);
  return checked && { carrier: found.carrier, proof: checked.proof, key: checked.key, words: checked.words, ...namesIn(checked.credential) };
}

function namesIn({ issuer, id }: Checked['credential']): { issuer: string; issuerName: string; id: string } {
  const { id: issuerId, name } = (typeof issuer === 'object' && issuer !== null ? issuer : { id: issuer }) as { id?: unknown; name?: unknown };
  return { issuer: words(issuerId), issuerName: words(name), id: words(id) };
}

const words = (said: unknown): string => (typeof said === 'string' ? said.slice(0, SHOWN_LETTERS).toWellFormed().replace(UNSEEN, ' ').trim() : '');
