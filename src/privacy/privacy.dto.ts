import { z } from 'zod';
import { type Holding, inWords } from '../platform/personal-data/index.js';
import { type Policy } from '../platform/policy/index.js';

const moment = z.string().meta({ format: 'date-time' });

/** What is held of whoever asks, by kind: how much, in which parts of the product, since when, when the next of it ends, and how much stays until they act. */
export const holdingsView = z
  .object({
    kinds: z.array(z.object({ id: z.string(), says: z.string(), kept: z.string(), records: z.number().int(), modules: z.array(z.string()), since: moment.nullable(), nextEnd: moment.nullable(), endless: z.number().int() })),
  })
  .meta({ id: 'Holdings' });

export type HoldingsView = z.infer<typeof holdingsView>;

/** Gathers tables of one kind; what is empty is left out. */
export function byKind(holdings: readonly Holding[], policy: Policy): HoldingsView {
  const held = holdings.filter(({ rows }) => rows > 0);
  const idOf = ({ module, retention }: Holding): string => (retention === 'its own end' ? `own end: ${module}` : retention);
  return {
    kinds: [...new Set(held.map(idOf))].map((id) => {
      const parts = held.filter((holding) => idOf(holding) === id);
      const [first] = parts as [Holding];
      return {
        id,
        says: inWords(first, policy),
        kept: first.kept,
        records: parts.reduce((sum, { rows }) => sum + rows, 0),
        modules: [...new Set(parts.map((part) => part.module))],
        since: earliest(parts.map(({ since }) => since)),
        nextEnd: earliest(parts.map(({ nextEnd }) => nextEnd)),
        endless: parts.reduce((sum, { endless }) => sum + endless, 0),
      };
    }),
  };
}

function earliest(moments: readonly (Date | null)[]): string | null {
  const times = moments.filter((moment) => moment !== null).map((moment) => moment.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}
