import { z } from 'zod';
import { durations } from './durations.js';
import { pages } from './pages.js';

/** Which page was open, and for how long, as roughly as it is kept. */
export const pageViewBody = z.strictObject({ page: z.enum(pages), open: z.enum(durations) });
export type PageViewBody = z.infer<typeof pageViewBody>;

export const usageSpan = z.object({ days: z.enum(['30', '90'], 'Choose 30 or 90 days.').transform(Number).default(30) });
export type UsageSpan = z.infer<typeof usageSpan>;

const used = z.object({ name: z.string(), count: z.number().int(), usually: z.enum(durations).nullable() });

/** What was used in the last days (UTC). Of a day on which something was used fewer than `fewest` times, nothing of it is in any number here. */
export const usageView = z
  .object({ days: z.number().int(), fewest: z.number().int(), perDay: z.array(z.object({ day: z.string(), count: z.number().int() })), features: z.array(used), pages: z.array(used), routes: z.array(used) })
  .meta({ id: 'Usage' });
export type UsageView = z.infer<typeof usageView>;
