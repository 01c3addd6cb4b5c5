import { z } from 'zod';
import { type HoldOrder, type LegalHold } from './legal-hold.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const text = (ask: string, most: number) => z.string().trim().min(1, ask).max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');

/** `holdsUntil`: the last day, in UTC. `secretBecause`: the law that forbids to tell the person; `secretUntil`: the last day on which it does, in UTC. */
export const holdBody = z.strictObject({
  accountId: z.uuid('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.'), modules: z.array(z.string().max(40)).min(1, 'Choose what is kept.').max(40),
  ground: text('Name the law or the dispute.', 500), reason: text('Say why it must be kept.', 2000), holdsUntil: z.iso.date('Enter a day.'), secretBecause: text('Name the law that forbids it.', 500).optional(),
  secretUntil: z.iso.date('Enter a day.').optional(),
}).refine(({ secretUntil, secretBecause }) => secretBecause === undefined || secretUntil !== undefined, { path: ['secretUntil'], message: 'Enter the last day on which the law forbids it.' })
  .refine(({ secretUntil, secretBecause }) => secretUntil === undefined || secretBecause !== undefined, { path: ['secretBecause'], message: 'Name the law that forbids it.' });
export const prolongationBody = z.strictObject({ secretUntil: z.iso.date('Enter a day.'), because: text('Say why.', 500) });
export const becauseBody = z.strictObject({ because: text('Say why.', 500) });
/** `before` is the `next` of the page before. */
export const holdsQuery = z.object({ before: z.uuid('This place in the list does not exist. Begin at the top.').optional() });

const mine = z.object({ id: z.uuid(), modules: z.array(z.string()), ground: z.string(), reason: z.string().nullable(), placedAt: moment, holdsUntil: moment });
const line = mine.extend({ accountId: z.uuid().nullable(), secretBecause: z.string().nullable(), secretUntil: moment.nullable(), isSecret: z.boolean(), state: z.enum(['sealing', 'sealed', 'ended']), bytes: z.number().int().nullable(), sha256: z.string().nullable(), endedAt: moment.nullable(), openings: z.array(z.object({ because: z.string().nullable(), openedAt: moment })), prolongations: z.array(z.object({ because: z.string().nullable(), secretUntil: moment, prolongedAt: moment })) });
export const holdView = line.meta({ id: 'LegalHold' });
/** `parts`: what a hold may keep. */
export const holdsView = z.object({ holds: z.array(line), parts: z.array(z.string()), next: z.uuid().nullable() }).meta({ id: 'LegalHolds' });
export const myHoldsView = z.object({ holds: z.array(mine) }).meta({ id: 'MyLegalHolds' });

export type HoldBody = z.infer<typeof holdBody>;
export type ProlongationBody = z.infer<typeof prolongationBody>;
export type HoldView = z.infer<typeof holdView>;
export type HoldsView = z.infer<typeof holdsView>;
export type MyHoldsView = z.infer<typeof myHoldsView>;

export const orderOf = ({ holdsUntil, secretBecause, secretUntil, ...said }: HoldBody): HoldOrder => ({
  ...said, modules: [...new Set(said.modules)].sort(), holdsUntil: endOf(holdsUntil), secret: secretBecause !== undefined && secretUntil !== undefined ? { because: secretBecause, until: endOf(secretUntil) } : null,
});
/** Of a day that still counts. */
export const endOf = (day: string): Date => new Date(`${day}T23:59:59.999Z`);

export const asHold = ({ id, accountId, modules, ground, reason, secretBecause, secretUntil, isSecret, state, bytes, sha256, placedAt, holdsUntil, endedAt, openings, prolongations }: LegalHold): HoldView => ({
  id, accountId, modules: [...modules], ground, reason, secretBecause, secretUntil: secretUntil?.toISOString() ?? null, isSecret, bytes, sha256, state: endedAt === null ? state : 'ended',
  placedAt: placedAt.toISOString(), holdsUntil: holdsUntil.toISOString(), endedAt: endedAt?.toISOString() ?? null,
  openings: openings.map(({ because, openedAt }) => ({ because, openedAt: new Date(openedAt).toISOString() })),
  prolongations: prolongations.map(({ because, secretUntil: until, prolongedAt }) => ({ because, secretUntil: new Date(until).toISOString(), prolongedAt: new Date(prolongedAt).toISOString() })),
});
export const asMine = ({ id, modules, ground, reason, placedAt, holdsUntil }: LegalHold): MyHoldsView['holds'][number] => ({ id, modules: [...modules], ground, reason, placedAt: placedAt.toISOString(), holdsUntil: holdsUntil.toISOString() });
