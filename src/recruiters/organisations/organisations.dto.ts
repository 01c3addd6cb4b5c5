import { z } from 'zod';
import { decisions } from './organisation-approval.js';
import { type Client, type Organisation } from './organisation.repository.js';
import { type MemberRole, memberRoles, organisationKinds, organisationStates } from './seats.js';

const moment = z.string().meta({ format: 'date-time' });
const line = (max: number, ask: string) => z.string().trim().min(1, ask).max(max, `Use at most ${max} characters.`).refine((value) => !/\p{Cc}/u.test(value), 'Remove the character that cannot be shown.');
const nameField = line(200, 'Enter the name of the organisation.');
const domainField = z.string().trim().min(1, 'Enter the web domain, such as acme.com.').max(253, 'That is longer than any domain.');
const rolesField = z.array(z.enum(memberRoles)).min(1, 'Choose at least one role.').max(memberRoles.length);
const emailField = z.email('Enter an e-mail address like name@example.com.').max(254).transform((value) => value.toLowerCase());
const MOST_CLIENTS_AT_ONCE = 50;

export const clientBody = z.strictObject({ name: line(200, 'Enter the name of the client.'), domain: domainField });
const wish = { name: nameField, domain: domainField, kind: z.enum(organisationKinds) };
export const organisationBody = z.strictObject({ ...wish, clients: z.array(clientBody).max(MOST_CLIENTS_AT_ONCE, 'Name the others later.').default([]) });
export const correctionBody = z.strictObject(wish);

export const organisationView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(organisationKinds),
    domain: z.string(),
    isDomainVerified: z.boolean(),
    state: z.enum(organisationStates),
    /** What its owners are told, when it was refused or suspended. */
    reason: z.string().nullable(),
    decidedAt: moment.nullable(),
    /** When no owner had an address at the domain any more, which was why it could search; null unless it waits because of that. */
    proofEndedAt: moment.nullable(),
    madeAt: moment,
    clients: z.array(z.object({ id: z.uuid(), name: z.string(), domain: z.string() })),
    /** What you are in it. */
    myRoles: z.array(z.enum(memberRoles)),
  })
  .meta({ id: 'Organisation' });

/** How many people there may be, how many there are, and how many more are invited. */
const placesView = z.object({ have: z.number().int(), taken: z.number().int(), promised: z.number().int() });

export const memberBody = z.strictObject({ roles: rolesField });
export const membersView = z
  .object({ members: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string(), roles: z.array(z.enum(memberRoles)), joinedAt: moment, isMe: z.boolean() })), places: placesView })
  .meta({ id: 'OrganisationMembers' });

export const invitationBody = z.strictObject({ email: emailField, roles: rolesField });
export const invitationsView = z
  .object({ invitations: z.array(z.object({ id: z.uuid(), email: z.string(), roles: z.array(z.enum(memberRoles)), sentAt: moment, endsAt: moment, isOpen: z.boolean() })) })
  .meta({ id: 'ColleagueInvitations' });

export const tokenBody = z.strictObject({ token: z.string().min(1).max(200) });
export const openInvitationView = z.object({ organisationName: z.string(), roles: z.array(z.enum(memberRoles)) }).meta({ id: 'OpenInvitation' });
export const joinedView = z.object({ joined: z.literal(true) }).meta({ id: 'JoinedOrganisation' });

export const organisationsQuery = z.object({
  state: z.enum(organisationStates).optional(),
  before: z.uuid('This place in the list does not exist. Begin at the top.').optional(),
});
export const organisationsView = z
  .object({
    organisations: z.array(z.object({
      id: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), domain: z.string(), isDomainVerified: z.boolean(), state: z.enum(organisationStates),
      reason: z.string().nullable(), decidedAt: moment.nullable(), proofEndedAt: moment.nullable(), madeAt: moment, members: z.number().int(),
      clients: z.array(z.object({ name: z.string(), domain: z.string() })),
      /** Domains at which its owners have their mail; never the addresses. */
      addressesAt: z.array(z.string()),
    })),
    next: z.string().nullable(),
  })
  .meta({ id: 'OperatorOrganisations' });
export const decisionBody = z.strictObject({ decision: z.enum(decisions), reason: z.string().trim().max(1000, 'Use at most 1,000 characters.').refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.').default('') });

export type OrganisationBody = z.infer<typeof organisationBody>;
export type CorrectionBody = z.infer<typeof correctionBody>;
export type ClientBody = z.infer<typeof clientBody>;
export type OrganisationView = z.infer<typeof organisationView>;
export type MemberBody = z.infer<typeof memberBody>;
export type MembersView = z.infer<typeof membersView>;
export type InvitationBody = z.infer<typeof invitationBody>;
export type InvitationsView = z.infer<typeof invitationsView>;
export type OpenInvitationView = z.infer<typeof openInvitationView>;
export type OrganisationsQuery = z.infer<typeof organisationsQuery>;
export type OrganisationsView = z.infer<typeof organisationsView>;
export type DecisionBody = z.infer<typeof decisionBody>;

export function asOrganisation({ domainVerifiedAt, decidedAt, proofEndedAt, madeAt, ...found }: Organisation & { clients: Client[] }, roles: readonly MemberRole[]): OrganisationView {
  return { ...found, isDomainVerified: domainVerifiedAt !== null, decidedAt: decidedAt?.toISOString() ?? null, proofEndedAt: proofEndedAt?.toISOString() ?? null, madeAt: madeAt.toISOString(), myRoles: [...roles] };
}
