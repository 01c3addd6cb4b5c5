import { z } from 'zod';
import { moment } from '../accounts.dto.js';

export const factorView = z.object({ on: z.boolean(), since: moment.nullable(), recoveryCodesLeft: z.number().int(), required: z.boolean() }).meta({ id: 'SecondFactor' });
/** Shown once: as text, and as what a QR code holds. */
export const secretView = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'SecondFactorSecret' });
export const recoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export type FactorView = z.infer<typeof factorView>;
export type SecretView = z.infer<typeof secretView>;
export type RecoveryCodesView = z.infer<typeof recoveryCodesView>;
