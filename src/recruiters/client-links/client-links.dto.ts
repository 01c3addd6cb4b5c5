import { z } from 'zod';
import { type ClientLink, type OpenLink } from './client-link.repository.js';
import { type SharedPerson } from './shared-person.js';

const moment = z.string().meta({ format: 'date-time' });
const noNul = (text: string): boolean => !text.includes('\0');

export const clientLinkBody = z.strictObject({
  invitationIds: z.array(z.uuid()).min(1, 'Choose somebody.').max(1000),
  recipientName: z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'Say who gets the link.').max(200, 'Use at most 200 characters.').refine(noNul, 'Remove the character that cannot be stored (NUL).')),
  recipientEmail: z.email('Enter an e-mail address like name@example.com.').max(254).transform((email) => email.toLowerCase()),
  days: z.number().int().min(1, 'Choose one day or more.').max(3650),
});
export const clientTokenBody = z.strictObject({ token: z.string().max(200) });

export const clientLinkView = z
  .object({
    id: z.uuid(),
    clientName: z.string(),
    recipientName: z.string(),
    recipientEmail: z.string(),
    madeAt: moment,
    endsAt: moment,
    revokedAt: moment.nullable(),
    isLive: z.boolean(),
    /** The invitations whose results it shows now. */
    shows: z.array(z.uuid()),
    openings: z.array(moment),
  })
  .meta({ id: 'ClientLink' });
/** `shareable`: whose results can be passed on now, and to which client. */
export const clientLinksView = z
  .object({ links: z.array(clientLinkView), shareable: z.array(z.object({ invitationId: z.uuid(), clientName: z.string() })), mostDays: z.number().int(), mostPeople: z.number().int() })
  .meta({ id: 'ClientLinks' });
export const madeLinkView = z.object({ id: z.uuid() }).meta({ id: 'MadeClientLink' });

const score = z.object({ shown: z.string(), from: z.enum(['override', 'evaluation', 'people']), outOf: z.union([z.literal(5), z.literal(10)]) });

export const sharedResultsView = z
  .object({
    organisation: z.object({ name: z.string(), domain: z.string(), isDomainVerified: z.boolean() }),
    clientName: z.string(),
    recipientName: z.string(),
    jobTitle: z.string(),
    endsAt: moment,
    people: z.array(z.object({
      name: z.string(),
      submittedAt: moment,
      judgedBy: z.enum(['ai', 'people']),
      score: score.nullable(),
      evaluated: z.string().nullable(),
      evaluator: z.string().nullable(),
      competencies: z.array(z.object({ title: z.string(), shown: z.string() })),
      answers: z.array(z.object({ question: z.string(), text: z.string(), followUp: z.string().nullable(), shown: z.string().nullable() })),
    })),
  })
  .meta({ id: 'SharedResults' });

export type ClientLinkBody = z.infer<typeof clientLinkBody>;
export type ClientLinkView = z.infer<typeof clientLinkView>;
export type ClientLinksView = z.infer<typeof clientLinksView>;
export type SharedResultsView = z.infer<typeof sharedResultsView>;

export function asLink({ madeAt, endsAt, revokedAt, shows, openings, ...link }: ClientLink): ClientLinkView {
  return { ...link, shows: [...shows], madeAt: madeAt.toISOString(), endsAt: endsAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null, openings: openings.map((at) => at.toISOString()) };
}

export function asShared({ link, people }: { link: OpenLink; people: readonly SharedPerson[] }): SharedResultsView {
  const { organisationName, domain, isDomainVerified, clientName, recipientName, jobTitle, endsAt } = link;
  return {
    organisation: { name: organisationName, domain, isDomainVerified }, clientName, recipientName, jobTitle, endsAt: endsAt.toISOString(),
    people: people.map(({ competencies, answers, ...person }) => ({ ...person, competencies: [...competencies], answers: [...answers] })),
  };
}
