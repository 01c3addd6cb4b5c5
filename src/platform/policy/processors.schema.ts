import { z } from 'zod';

/** A host as a setting names it, or its address; with a dot in front all hosts below it, too. */
export const hostPattern = z.string().regex(/^(\.?[a-z0-9-]+(\.[a-z0-9-]+)*|[0-9a-f:]+)$/);

const dollars = z.number().min(0).default(0);

/** What one model of an AI provider costs, in US dollars: a million tokens or characters, a minute of sound. */
const price = z.strictObject({ model: z.string().min(1), inputTokens: dollars, outputTokens: dollars, characters: dollars, minutes: dollars });

/** What somebody outside does here. `ai` and `gateway` and `signIn` are known by their id, `mail`, `storage` and `hosting` (the database and the queues) by the hosts that are connected to. */
export const processorKinds = ['ai', 'gateway', 'mail', 'storage', 'signIn', 'hosting'] as const;

/** Somebody outside who is given personal data, and only for what is written here. What is connected to and not declared stops the start. */
export const processor = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(processorKinds),
  name: z.string().min(1),
  purpose: z.string().min(1),
  data: z.string().min(1),
  region: z.string().min(1),
  policyUrl: z.url({ protocol: /^https$/ }),
  /** By what they are bound to use the data for this place alone, and where that can be read. */
  agreement: z.strictObject({ says: z.string().min(1), url: z.url({ protocol: /^https$/ }).optional() }),
  /** What keeps the data safe when it leaves the operator's own jurisdiction. */
  transfer: z.string().min(1),
  /** Of `mail`, `storage` and `hosting`: the hosts by which it is known, such as `smtp.example.com`; with a dot in front also those below it. */
  hosts: z.array(hostPattern).default([]),
  /** Of the models of an AI provider. One that is not named costs as much as the dearest; without any, everything is free. */
  prices: z.array(price).default([]),
});
