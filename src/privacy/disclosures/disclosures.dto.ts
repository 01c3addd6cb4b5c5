import { z } from 'zod';
import { type DisclosedToAuthority, type LegalDisclosure } from './legal-disclosure.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const at = z.iso.datetime({ offset: true, error: 'Enter a day and a time.' });
const text = (ask: string, most: number) => z.string().trim().min(1, ask).max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');

/** `secretUntil`: until when the law forbids to tell the person, with the law that does. */
export const legalDisclosureBody = z.strictObject({
  accountId: z.uuid('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.'), recipient: text('Say to whom.', 200), ground: text('Name the law and the order.', 500), data: text('Say which data.', 2000),
  reason: text('Say why it had to be given.', 2000), disclosedAt: at, secretUntil: at.optional(), secretBecause: text('Name the law that forbids it.', 500).optional(),
}).refine(({ secretUntil, secretBecause }) => (secretUntil === undefined) === (secretBecause === undefined), { path: ['secretBecause'], message: 'Enter both: until when the person may not be told, and which law forbids it.' });
/** `before` is the `next` of the page before. */
export const legalDisclosuresQuery = z.object({ before: z.uuid('This place in the list does not exist. Begin at the top.').optional() });

const mine = z.object({ id: z.uuid(), recipient: z.string(), ground: z.string(), data: z.string().nullable(), reason: z.string().nullable(), disclosedAt: moment });
const line = mine.extend({ accountId: z.uuid().nullable(), recordedAt: moment, secretUntil: moment.nullable(), secretBecause: z.string().nullable(), toldAt: moment.nullable() });
export const legalDisclosureView = line.meta({ id: 'LegalDisclosure' });
export const legalDisclosuresView = z.object({ disclosures: z.array(line), next: z.uuid().nullable() }).meta({ id: 'LegalDisclosures' });
export const myLegalDisclosuresView = z.object({ disclosures: z.array(mine) }).meta({ id: 'MyLegalDisclosures' });

export type LegalDisclosureBody = z.infer<typeof legalDisclosureBody>;
export type LegalDisclosureView = z.infer<typeof legalDisclosureView>;
export type LegalDisclosuresView = z.infer<typeof legalDisclosuresView>;
export type MyLegalDisclosuresView = z.infer<typeof myLegalDisclosuresView>;

export const disclosedOf = ({ disclosedAt, secretUntil, secretBecause, ...said }: LegalDisclosureBody): DisclosedToAuthority => ({
  ...said, disclosedAt: new Date(disclosedAt), secret: secretUntil !== undefined && secretBecause !== undefined ? { until: new Date(secretUntil), because: secretBecause } : null,
});

export const asLegalDisclosure = (found: LegalDisclosure): LegalDisclosureView => ({
  ...found, disclosedAt: found.disclosedAt.toISOString(), recordedAt: found.recordedAt.toISOString(), secretUntil: found.secretUntil?.toISOString() ?? null, toldAt: found.toldAt?.toISOString() ?? null,
});

export const asMine = ({ id, recipient, ground, data, reason, disclosedAt }: LegalDisclosure): MyLegalDisclosuresView['disclosures'][number] => ({ id, recipient, ground, data, reason, disclosedAt: disclosedAt.toISOString() });
