import { totpCode } from '../../src/accounts/second-factor/totp.js';
import { type Answer, type Visitor } from './visitor.js';

const STEP_MS = 30_000;

/** The code an authenticator app shows for a secret, `steps` half-minutes from now. Each code is taken once, so a test asks for later ones. */
export function appCode(secret: string, steps = 0): string {
  return totpCode(secret, Math.floor(Date.now() / STEP_MS) + steps);
}

/** Sets up a second factor for whoever is signed in, with the code of now: the next one is `appCode(secret, 1)`. Gives the secret and the recovery codes. */
export async function setUpSecondFactor(visitor: Visitor): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = accepted<{ secret: string }>(await visitor.post('/api/account/second-factor'));
  const { recoveryCodes } = accepted<{ recoveryCodes: string[] }>(await visitor.post('/api/account/second-factor/confirmation', { code: appCode(secret) }));
  return { secret, recoveryCodes };
}

function accepted<T>({ status, text, body }: Answer): T {
  if (status < 200 || status > 299) throw new Error(`The second factor was not set up: ${status} ${text}`);
  return body as T;
}
