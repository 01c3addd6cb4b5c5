import { z } from 'zod';

/** What is read of Razorpay's answers; the rest may hold people. */

/** Notes come as an empty list when there are none. */
export const notes = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()).transform((): Record<string, unknown> => ({}))]).nullish().transform((all) => all ?? {});

export const orderShape = z.object({ id: z.string(), receipt: z.string().nullish(), notes });
export const paymentShape = z.object({
  id: z.string(), amount: z.coerce.number(), currency: z.string(), status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
  captured: z.union([z.boolean(), z.number()]).nullish(), amount_refunded: z.coerce.number().nullish(), order_id: z.string().nullish(), invoice_id: z.string().nullish(),
});
export const refundShape = z.object({ id: z.string(), amount: z.coerce.number(), status: z.string().nullish(), notes });
export const disputeShape = z.object({ id: z.string(), payment_id: z.string(), status: z.string() });
export const planShape = z.object({ id: z.string(), notes });
export const subscriptionShape = z.object({
  id: z.string(), status: z.string(), notes, paid_count: z.coerce.number().nullish(), ended_at: z.number().nullish(), short_url: z.string().nullish(),
});
export const invoiceShape = z.object({ id: z.string(), payment_id: z.string().nullish(), subscription_id: z.string().nullish(), billing_start: z.number().nullish(), billing_end: z.number().nullish() });

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export type RazorpayPayment = z.infer<typeof paymentShape>;
export type RazorpayRefund = z.infer<typeof refundShape>;
export type RazorpaySubscription = z.infer<typeof subscriptionShape>;
export type RazorpayInvoice = z.infer<typeof invoiceShape>;
export type RazorpayDispute = z.infer<typeof disputeShape>;

/** A note as text, where there is one. */
export function noteOf(all: Record<string, unknown>, name: string): string | null {
  const said = all[name];
  return typeof said === 'string' && said !== '' ? said : null;
}
