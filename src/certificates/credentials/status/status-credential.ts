import { CONTEXTS, offlineLoader } from '../contexts.js';
import { type IssuerNames } from '../issuer.js';
import { type KeyRing } from '../keys/key-ring.js';
import { proven } from '../proof.js';
import { encodedList } from './status-bits.js';
import { listAddress, type StatusPurpose } from './status-entry.js';

const load = offlineLoader(new Set());

/** One list, signed: a credential about a string of bits. */
export async function statusCredential(issuer: IssuerNames, ring: KeyRing, list: { number: number; purpose: StatusPurpose; indexes: readonly number[] }, now: Date): Promise<string> {
  const id = listAddress(issuer.url, list.number, list.purpose);
  const said = {
    '@context': [CONTEXTS[0]],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.profile(ring).id,
    validFrom: now.toISOString(),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: list.purpose, encodedList: await encodedList(list.indexes) },
  };
  return JSON.stringify(await proven(said, { method: issuer.methodOf(ring), secret: ring.edwards }, now, load), null, 2);
}
