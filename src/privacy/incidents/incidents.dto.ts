import { z } from 'zod';
import { retentionClasses } from '../../platform/policy/index.js';
import { type Affected } from './affected-people.js';
import { type Incident, type IncidentFacts } from './incident.repository.js';
import { type AuthorityDecision } from './incidents.js';

const moment = z.string().meta({ format: 'date-time' });
const at = z.iso.datetime({ offset: true, error: 'Enter a day and a time.' });
const text = (ask: string, most = 5000) => z.string().trim().min(1, ask).max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');

const facts = { what: text('Say what happened.'), data: text('Say which kinds of data.', 2000), beganAt: at.optional(), endedAt: at.optional() };
const inOrder = ({ beganAt, endedAt }: { beganAt?: string | undefined; endedAt?: string | undefined }): boolean => beganAt === undefined || endedAt === undefined || new Date(beganAt) <= new Date(endedAt);
const order = { path: ['endedAt'], message: 'It cannot have ended before it began.' };

/** `knownAt`: when somebody here knew; the 72 hours run from it. */
export const incidentBody = z.strictObject({ ...facts, knownAt: at }).refine(inOrder, order);
export const factsBody = z.strictObject(facts).refine(inOrder, order);
/** Told at a moment under a reference, or not told for a reason. */
export const authorityBody = z.strictObject({ toldAt: at.optional(), reference: text('Enter the reference.', 200).optional(), because: text('Say why not.', 2000).optional() })
  .refine(({ toldAt, reference, because }) => (because === undefined ? toldAt !== undefined && reference !== undefined : toldAt === undefined && reference === undefined), {
    path: ['because'], message: 'Enter when the authority was told and its reference, or why it is not told.',
  });
export const closingBody = z.strictObject({ prevention: text('Say what prevents it from now on.'), notToldBecause: text('Say why nobody is told.', 2000).optional() });
/** What the people read: each line is a paragraph. */
export const toldBody = z.strictObject({ what: text('Say what happened.'), meaning: text('Say what it means for them.'), measures: text('Say what is done.') });
/** `kind` for `data`, `from` and `to` for `activity`, `accountIds` for `list`. */
export const affectedBody = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('everybody') }),
  z.strictObject({ by: z.literal('data'), kind: z.enum(retentionClasses, 'Choose a kind of data.') }),
  z.strictObject({ by: z.literal('activity'), from: at, to: at }),
  z.strictObject({ by: z.literal('list'), accountIds: z.array(z.uuid('Enter whole ids, one on each line.')).min(1, 'Enter at least one id.').max(10_000, 'Enter at most 10,000 ids at a time.') }),
]);
/** `before` is the `next` of the page before. */
export const incidentsQuery = z.object({ before: z.uuid('This place in the list does not exist. Begin at the top.').optional() });

const words = z.object({ what: z.string(), meaning: z.string(), measures: z.string() });
/** `notifyBy`: 72 hours after it was known. `told` is null until the mails went out; `waiting`, `sent` and `leftOut` count the people it touched. */
const incident = z.object({
  id: z.uuid(), what: z.string(), data: z.string(), beganAt: moment.nullable(), endedAt: moment.nullable(), knownAt: moment, notifyBy: moment, isLate: z.boolean(), openedAt: moment,
  authorityToldAt: moment.nullable(), authorityReference: z.string().nullable(), authorityNotToldBecause: z.string().nullable(),
  told: words.nullable(), mailsBegunAt: moment.nullable(), peopleNotToldBecause: z.string().nullable(), prevention: z.string().nullable(), closedAt: moment.nullable(),
  waiting: z.number().int(), sent: z.number().int(), leftOut: z.number().int(),
});
export const incidentView = incident.meta({ id: 'Incident' });
export const incidentsView = z.object({ incidents: z.array(incident), next: z.uuid().nullable() }).meta({ id: 'Incidents' });
/** How many a question finds, and how many of them are new to the incident. */
export const affectedView = z.object({ people: z.number().int(), added: z.number().int() }).meta({ id: 'AffectedPeople' });

export type IncidentBody = z.infer<typeof incidentBody>;
export type FactsBody = z.infer<typeof factsBody>;
export type AuthorityBody = z.infer<typeof authorityBody>;
export type ClosingBody = z.infer<typeof closingBody>;
export type ToldBody = z.infer<typeof toldBody>;
export type AffectedBody = z.infer<typeof affectedBody>;
export type IncidentView = z.infer<typeof incidentView>;
export type IncidentsView = z.infer<typeof incidentsView>;
export type AffectedView = z.infer<typeof affectedView>;

export const factsOf = ({ what, data, beganAt, endedAt }: FactsBody): IncidentFacts => ({ what, data, beganAt: dateOf(beganAt), endedAt: dateOf(endedAt) });
export const affectedOf = (body: AffectedBody): Affected => (body.by === 'activity' ? { by: body.by, from: new Date(body.from), to: new Date(body.to) } : body);
export const decisionOf = ({ toldAt, reference, because = '' }: AuthorityBody): AuthorityDecision => (toldAt !== undefined && reference !== undefined ? { toldAt: new Date(toldAt), reference } : { because });

export const asIncident = (found: Incident): IncidentView => ({
  ...found,
  beganAt: found.beganAt?.toISOString() ?? null, endedAt: found.endedAt?.toISOString() ?? null, knownAt: found.knownAt.toISOString(), notifyBy: found.notifyBy.toISOString(), openedAt: found.openedAt.toISOString(),
  authorityToldAt: found.authorityToldAt?.toISOString() ?? null, mailsBegunAt: found.mailsBegunAt?.toISOString() ?? null, closedAt: found.closedAt?.toISOString() ?? null,
});

const dateOf = (entered: string | undefined): Date | null => (entered === undefined ? null : new Date(entered));
