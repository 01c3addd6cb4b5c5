import { z } from 'zod';
import { talentProfileView } from '../profiles/profiles.dto.js';

const MOST_BLOCKS = 100;
const most = `Block at most ${MOST_BLOCKS}.`;

/** All of them: what is left out is blocked no longer. */
export const blocksBody = z.strictObject({
  domains: z.array(z.string().trim().min(1, 'Enter a web domain.').max(250, 'Enter the domain alone, such as acme.com.')).max(MOST_BLOCKS, most),
  organisationIds: z.array(z.uuid()).max(MOST_BLOCKS, most),
});

export const blocksView = z
  .object({
    domains: z.array(z.string()),
    /** With the domain that is blocked with each. */
    organisations: z.array(z.object({ id: z.uuid(), name: z.string(), domain: z.string() })),
  })
  .meta({ id: 'BlockedEmployers' });

export const organisationsQuery = z.object({ like: z.string().max(100).default('') });
export const organisationsView = z
  .object({ organisations: z.array(z.object({ id: z.uuid(), name: z.string(), domain: z.string(), isDomainVerified: z.boolean(), kind: z.enum(['employer', 'agency']) })) })
  .meta({ id: 'KnownOrganisations' });

/** The fields that would be shared besides headline and skills; a list repeats its name. */
export const previewQuery = z.object({ fields: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string().max(40)).max(20).default([])) });
/** What a recruiter reads in the profile, word for word. */
export const previewView = talentProfileView.omit({ talentId: true, listedAt: true, client: true }).meta({ id: 'VisibilityPreview' });

/** Why somebody cannot be found whatever they share, with the sentence for it; null when they can. */
export const hindranceView = z.object({ hindrance: z.object({ code: z.string(), says: z.string() }).nullable() }).meta({ id: 'VisibilityHindrance' });

export type HindranceView = z.infer<typeof hindranceView>;
export type BlocksBody = z.infer<typeof blocksBody>;
export type BlocksView = z.infer<typeof blocksView>;
export type OrganisationsQuery = z.infer<typeof organisationsQuery>;
export type OrganisationsView = z.infer<typeof organisationsView>;
export type PreviewQuery = z.infer<typeof previewQuery>;
export type PreviewView = z.infer<typeof previewView>;
