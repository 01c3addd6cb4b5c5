import { z } from 'zod';
import { purposes } from '../../platform/policy/index.js';
import { type Objection } from './objection.repository.js';
import { type SaleChoice } from './sale-choice.repository.js';

const moment = z.string().meta({ format: 'date-time' });

export const objectable = z.enum([...purposes, 'everything']);

/** What somebody objects to; `everything` restricts all optional use at once. */
export const objectionsView = z.object({ objections: z.array(z.object({ purpose: objectable, objectedAt: moment })) }).meta({ id: 'Objections' });

export const saleChoiceBody = z.strictObject({ optedOut: z.boolean('Say whether you opt out.') });

/** `gpc`: this browser sends the signal, and it wins. `sale` says what is sold: never anything. */
export const saleChoiceView = z
  .object({ sale: z.literal('never'), gpc: z.boolean(), optedOut: z.boolean(), chosenBy: z.enum(['switch', 'gpc']).nullable(), chosenAt: moment.nullable() })
  .meta({ id: 'SaleChoice' });
export const privacySignalView = z.object({ sale: z.literal('never'), gpc: z.boolean() }).meta({ id: 'PrivacySignal' });

export type ObjectionsView = z.infer<typeof objectionsView>;
export type SaleChoiceView = z.infer<typeof saleChoiceView>;
export type PrivacySignalView = z.infer<typeof privacySignalView>;

export const asObjections = (objections: readonly Objection[]): ObjectionsView => ({
  objections: objections.map(({ purpose, objectedAt }) => ({ purpose, objectedAt: objectedAt.toISOString() })),
});

export const asSaleChoice = (choice: SaleChoice | null, gpc: boolean): SaleChoiceView => ({
  sale: 'never', gpc, optedOut: gpc || (choice?.optedOut ?? false), chosenBy: choice?.chosenBy ?? null, chosenAt: choice?.chosenAt.toISOString() ?? null,
});
