import { z } from 'zod';
import { type CopiedInterview } from '../copies/copy.repository.js';
import { type AskedHolder, type Deletion } from './deletion.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const how = z.array(z.enum(['csv', 'pdf', 'link']));

export const acknowledgementBody = z.strictObject({ token: z.string().max(200) });

const request = { id: z.uuid(), organisationName: z.string(), jobTitle: z.string(), askedAt: moment, dueAt: moment };
const answered = { how, remindedAt: moment.nullable(), acknowledgedAt: moment.nullable() };

/** To the person: who had copies, by the organisation's people (`client` is null) or by name of the client. */
export const ownDeletionView = z
  .object({ ...request, invitationId: z.uuid().nullable(), holders: z.array(z.object({ client: z.string().nullable(), ...answered })) })
  .meta({ id: 'OwnDeletion' });
export const ownDeletionsView = z.object({ deletions: z.array(ownDeletionView) }).meta({ id: 'OwnDeletions' });

/** To the person: what others may have copies of, and who; `isOver`: the invitation is gone, and only copies are left to ask for. */
export const ownCopiesView = z
  .object({ copies: z.array(z.object({ invitationId: z.uuid(), organisationName: z.string(), jobTitle: z.string(), how, clients: z.array(z.string()), lastAt: moment, isOver: z.boolean() }).meta({ id: 'OwnCopy' })) })
  .meta({ id: 'OwnCopies' });

/** To the organisation: who still has to answer, and not about whom it is. */
export const deletionsView = z
  .object({ deletions: z.array(z.object({ ...request, holders: z.array(z.object({ name: z.string().nullable(), client: z.string().nullable(), isYou: z.boolean(), ...answered })) }).meta({ id: 'Deletion' })) })
  .meta({ id: 'Deletions' });

export const askedDeletionView = z
  .object({ organisation: z.object({ name: z.string(), domain: z.string(), isDomainVerified: z.boolean() }), jobTitle: z.string(), how, askedAt: moment, dueAt: moment, acknowledgedAt: moment.nullable() })
  .meta({ id: 'AskedDeletion' });

export type OwnDeletionView = z.infer<typeof ownDeletionView>;
export type OwnDeletionsView = z.infer<typeof ownDeletionsView>;
export type OwnCopiesView = z.infer<typeof ownCopiesView>;
export type DeletionsView = z.infer<typeof deletionsView>;
export type AskedDeletionView = z.infer<typeof askedDeletionView>;
type How = z.infer<typeof how>;

export function asOwn({ id, invitationId, organisationName, jobTitle, askedAt, dueAt, holders }: Deletion): OwnDeletionView {
  return {
    id, invitationId, organisationName, jobTitle, askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(),
    holders: holders.map(({ clientName, how: ways, remindedAt, acknowledgedAt }) => ({ client: clientName, how: [...ways] as How, remindedAt, acknowledgedAt })),
  };
}

export function asCopied({ how: ways, clients, lastAt, ...copied }: CopiedInterview): OwnCopiesView['copies'][number] {
  return { ...copied, how: [...ways] as How, clients: [...clients], lastAt: lastAt.toISOString() };
}

export function asDue({ id, organisationName, jobTitle, askedAt, dueAt, holders }: Deletion, readerId: string, names: ReadonlyMap<string, { readonly name: string }>): DeletionsView['deletions'][number] {
  return {
    id, organisationName, jobTitle, askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(),
    holders: holders.map(({ memberId, clientName, recipientName, how: ways, remindedAt, acknowledgedAt }) =>
      ({ name: names.get(memberId ?? '')?.name ?? recipientName, client: clientName, isYou: memberId === readerId, how: [...ways] as How, remindedAt, acknowledgedAt })),
  };
}

export function asAsked({ organisationName, domain, isDomainVerified, jobTitle, how: ways, askedAt, dueAt, acknowledgedAt }: AskedHolder): AskedDeletionView {
  return {
    organisation: { name: organisationName, domain, isDomainVerified }, jobTitle, how: [...ways] as How, askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(), acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  };
}
