import { totpCode } from '../../src/accounts/second-factor/totp.js';
import { type Visitor } from './visitor.js';

const STEP_MS = 30_000;

/** The code an authenticator app shows for a secret, `steps` half-minutes from now. Each code is taken once, so a test asks for later ones. */
export function appCode(secret: string, steps = 0): string {
  return totpCode(secret, Math.floor(Date.now() / STEP_MS) + steps);
}

/** Sets up a second factor for whoever is signed in, with the code of the step before this one; gives the secret and the recovery codes. */
export async function setUpSecondFactor(visitor: Visitor): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await visitor.post('/api/account/second-factor')).body as { secret: string };
  const { recoveryCodes } = (await visitor.post('/api/account/second-factor/confirmation', { code: appCode(secret, -1) })).body as { recoveryCodes: string[] };
  return { secret, recoveryCodes };
}
