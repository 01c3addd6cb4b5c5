import { type KeyObject, sign } from 'node:crypto';
import { type Loader } from './contexts.js';

/** The key that signs, and the address under which others find its public half. */
export interface ProofKey {
  readonly method: string;
  readonly secret: KeyObject;
}

/** A credential with its proof (Data Integrity, eddsa-rdfc-2022). The proof is a list of one, which Open Badges asks for. */
export async function proven(credential: object, { method, secret }: ProofKey, date: Date, documentLoader: Loader): Promise<object> {
  const [{ issue }, { DataIntegrityProof }, { cryptosuite }] = await libraries();
  const signer = { id: method, algorithm: 'Ed25519', sign: ({ data }: { data: Uint8Array }) => Promise.resolve(sign(null, data, secret)) };
  const { proof, ...said } = await issue({ credential: { ...credential }, suite: new DataIntegrityProof({ signer, date, cryptosuite }), documentLoader, now: date });
  return { ...said, proof: [proof] };
}

/** Whether what a credential says is what was signed, at whatever time; its end and its state are other questions. */
export async function isProven(credential: { readonly validFrom?: unknown }, documentLoader: Loader): Promise<boolean> {
  const [{ verifyCredential }, { DataIntegrityProof }, { cryptosuite }] = await libraries();
  // The library would also say no where a credential has only ended, so that it is asked about its first moment.
  const now = new Date(typeof credential.validFrom === 'string' ? credential.validFrom : 0);
  const { verified } = await verifyCredential({
    credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, now, checkStatus: () => Promise.resolve({ verified: true }),
  });
  return verified;
}

/** Loaded when something is signed or checked: they take a quarter of a second. */
const libraries = () => Promise.all([import('@digitalbazaar/vc'), import('@digitalbazaar/data-integrity'), import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')]);
