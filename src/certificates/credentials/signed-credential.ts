import { type Inscription } from '../facts.js';
import { asJwt } from './badge-jwt.js';
import { offlineLoader } from './contexts.js';
import { type IssuerNames } from './issuer.js';
import { type KeyRing } from './keys/key-ring.js';
import { type About, openBadge } from './open-badge.js';
import { proven } from './proof.js';

/** One credential in its two forms. */
export interface SignedCredential {
  /** JSON text; its proof stands in it. */
  readonly credential: string;
  readonly jwt: string;
}

const load = offlineLoader(new Set());

/** Signs with this ring. */
export async function signedCredential(issuer: IssuerNames, ring: KeyRing, inscription: Inscription, about: About): Promise<SignedCredential> {
  const badge = openBadge(inscription, issuer.profile(ring), about);
  const credential = await proven(badge, { method: issuer.methodOf(ring), secret: ring.edwards }, inscription.issuedAt, load);
  return { credential: JSON.stringify(credential, null, 2), jwt: asJwt(badge, issuer.keyOfJwt(ring), ring.rsaSecret) };
}
