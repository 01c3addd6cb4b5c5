import { z } from 'zod';

export const correctionBody = z.strictObject({
  /** As it stands on the new one. */
  name: z.string().max(1000),
  /** Leaves the video out. */
  withoutClip: z.boolean(),
  /** Made by the caller: a press that is sent twice has one effect. */
  eventId: z.uuid(),
});
export type CorrectionBody = z.infer<typeof correctionBody>;

/** `isAsked`: it is being made. Otherwise it waits for the consent `certificate_clip` of its own, and for the same to be asked once more. */
export const correctionView = z.object({ id: z.uuid(), isAsked: z.boolean() }).meta({ id: 'CertificateCorrection' });
export type CorrectionView = z.infer<typeof correctionView>;
