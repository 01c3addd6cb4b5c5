import { z } from 'zod';

/** What stands in the log of one request; each is described to the people it is about. A test holds this list against the lines that are really written. */
export const logFields = ['time', 'method', 'page', 'network', 'browser', 'language', 'status', 'duration'] as const;

const described = z.string().min(1);

/** What request logs hold, and how much of an address: the only figures that the logger carries out. */
export const logsSchema = z.strictObject({
  fields: z.strictObject(Object.fromEntries(logFields.map((field) => [field, described])) as Record<(typeof logFields)[number], typeof described>),
  /** Bits of an address that are kept. */
  address: z.strictObject({ ipv4: z.literal(24), ipv6: z.literal(48) }),
});
