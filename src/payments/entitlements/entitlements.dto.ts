import { z } from 'zod';

/** What is left of practice interviews: `left` of all of it, the free ones of this month, and how many of `left` were bought or given. */
export const standingView = z.object({
  interviews: z.object({ left: z.number().int(), free: z.object({ left: z.number().int(), of: z.number().int(), until: z.iso.datetime() }), bought: z.number().int() }),
  /** Whether a natural voice may read what was written for the caller, and an interviewer may speak with them. */
  premiumVoice: z.boolean(),
}).meta({ id: 'PracticeStanding' });
export type StandingView = z.infer<typeof standingView>;

const gift = { count: z.number().int().min(1).max(10_000), because: z.string().trim().min(1).max(300) };

/** Interviews for whom the address names. `because` is read by whoever gets them. */
export const giftBody = z.strictObject(gift);
/** Practice interviews for somebody. */
export const accountGiftBody = z.strictObject({ accountId: z.uuid(), ...gift });
export type AccountGiftBody = z.infer<typeof accountGiftBody>;
