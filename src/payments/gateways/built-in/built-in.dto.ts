import { z } from 'zod';

export const builtInChoice = z.strictObject({
  choice: z.enum(['pay', 'decline', 'promise', 'cancel']),
  /** Of a plan: let the payment after this one fail, so that one can see what happens then. */
  nextFails: z.boolean().default(false),
  /** Of a plan: let its first turn be over in a minute, so that one need not wait for it. */
  shortTurn: z.boolean().default(false),
});
export type BuiltInChoice = z.infer<typeof builtInChoice>;

export const builtInPlanChoice = z.strictObject({ choice: z.enum(['pay_missing', 'fail_next', 'pass_next', 'end_with_turn', 'end_now']) });
export type BuiltInPlanChoice = z.infer<typeof builtInPlanChoice>;

export const builtInBackView = z.object({ back: z.string() }).meta({ id: 'BuiltInCheckoutLeft' });

export const builtInPageView = z.object({
  title: z.string(),
  quantity: z.number(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
  every: z.enum(['P1M', 'P1Y']).nullable(),
  /** Somebody can still decide. */
  isOpen: z.boolean(),
  closesAt: z.string(),
  back: z.string(),
  plan: z.object({ state: z.enum(['active', 'past_due', 'ended']), currentUntil: z.string(), endsAtPeriodEnd: z.boolean(), nextFails: z.boolean() }).nullable(),
}).meta({ id: 'BuiltInCheckout' });
export type BuiltInPageView = z.infer<typeof builtInPageView>;
