import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';
import { memberRoles } from './organisations/seats.js';

/** By whom somebody does not want to be seen. `blocks` is a keyed hash of it, since the names would say where they work; `eventId` stands for what follows in the ledger of consents. */
export const blocksFact = defineFact('recruiters.blocks', z.object({ candidateId: z.uuid(), blocks: z.string(), eventId: z.uuid() }), { lastOf: ['candidateId'] });

/** What the operator decided about an organisation. */
export const organisationFact = defineFact('recruiters.organisation_decided', z.object({ organisationId: z.uuid(), state: z.enum(['approved', 'refused', 'suspended']) }), { lastOf: ['organisationId'] });

const roles = z.string().refine((joined) => joined === '' || joined.split('+').every((role) => memberRoles.some((known) => known === role)));

/** As what somebody works for an organisation: `owner+recruiter`, or nothing when they do no more. */
export const memberFact = defineFact('recruiters.member', z.object({ organisationId: z.uuid(), accountId: z.uuid(), roles }), { lastOf: ['organisationId', 'accountId'] });

/** An invitation was declined, or taken back. */
export const invitationEnded = defineFact('recruiters.invitation_ended', z.object({ invitationId: z.uuid(), move: z.enum(['decline', 'revoke']) }));

/** Somebody wants to be invited by an organisation never again; of their address a keyed hash. */
export const neverInvited = defineFact('recruiters.never_invited', z.object({ organisationId: z.uuid(), addressHash: z.string() }));

/** Somebody asked everybody who has a copy of their interview to delete it. */
export const deletionAsked = defineFact('recruiters.deletion_asked', z.object({ candidateId: z.uuid(), invitationId: z.uuid() }));

/** A link for a client was taken back. */
export const clientLinkRevoked = defineFact('recruiters.client_link_revoked', z.object({ organisationId: z.uuid(), linkId: z.uuid() }));
