import { z } from 'zod';

export const levelIds = ['junior', 'mid', 'senior', 'lead'] as const;
export const remoteKinds = ['onsite', 'hybrid', 'remote', 'any'] as const;
export const availabilityKinds = ['now', 'month', 'quarter', 'looking_later'] as const;
export const certificateKinds = ['valid'] as const;
export const sortKinds = ['score', 'newest', 'relevance'] as const;

const word = z.string().trim().min(1).max(100).refine((text) => text.isWellFormed() && !text.includes('\0'), 'Remove the character that cannot be stored.');
const skills = z.array(word).max(10, 'Name at most 10 skills.');
const floor = z.number().min(0).max(10);
/** As many as anybody reads; far more, and the database has no place for the parameters. */
const MOST_FLOORS = 20;

const asked = {
  /** Title of a role, or its id. */
  role: word.optional(),
  level: z.enum(levelIds).optional(),
  /** A city, or a country in two letters (ISO 3166-1). */
  place: word.optional(),
  /** Who would work like this, those to whom it is all the same included. */
  remote: z.enum(remoteKinds).optional(),
  /** BCP 47, the language alone. */
  language: z.string().regex(/^[a-z]{2,3}$/).optional(),
  /** Who could begin by then. */
  availability: z.enum(availabilityKinds).optional(),
  /** Who shares a certificate that is valid at this moment. */
  certificate: z.enum(certificateKinds).optional(),
  /** Words that must all stand in headline, role, skills or place. */
  text: word.optional(),
  sort: z.enum(sortKinds).optional(),
};

/** Floors of competencies: `min.system-design`, from 0 to 10. */
interface Floors {
  readonly [floor: `min.${string}`]: number | undefined;
}

/** A search as it is kept. Skills may be named by an alias; nothing that is left out narrows it. */
export const savedQuery = withFloors(z.object({ ...asked, allSkills: skills.optional(), anySkills: skills.optional(), minScore: floor.optional() }), floor);

const repeated = <Schema extends z.ZodType>(list: Schema) => z.preprocess((value) => (typeof value === 'string' ? [value] : value), list);
const fromAddress = z.coerce.number().min(0).max(10);

/** A search as an address says it: a list repeats its name. */
export const talentQuery = withFloors(z.object({
  ...asked, allSkills: repeated(skills.optional()), anySkills: repeated(skills.optional()), minScore: fromAddress.optional(),
  after: z.string().max(200).optional(),
}), fromAddress);

export type SavedQuery = z.infer<typeof savedQuery>;
export type TalentQuery = z.infer<typeof talentQuery>;

function withFloors<Schema extends z.ZodObject>(schema: Schema, value: z.ZodType<number>): z.ZodType<z.infer<Schema> & Floors> {
  const isFloor = (name: string): boolean => /^min\.[a-z][a-z-]{0,60}$/.test(name);
  const refined = schema.catchall(value)
    .refine((query) => Object.keys(query).every((name) => name in schema.shape || isFloor(name)), 'asks for something that nobody can be searched by')
    .refine((query) => Object.keys(query).filter(isFloor).length <= MOST_FLOORS, `Ask for at most ${MOST_FLOORS} scores of competencies.`);
  return refined as unknown as z.ZodType<z.infer<Schema> & Floors>;
}

const moment = z.string().meta({ format: 'date-time' });
const titled = z.object({ id: z.string(), title: z.string() });

export const cardView = z
  .object({
    talentId: z.uuid(),
    alias: z.string(),
    headline: z.string().nullable(),
    role: z.object({ id: z.string().nullable(), title: z.string() }).nullable(),
    level: titled.nullable(),
    /** Those that were asked for first. */
    skills: z.array(z.string()),
    /** This and what follows: null where it is not shared. */
    place: z.string().nullable(),
    country: z.string().nullable(),
    remote: z.enum(remoteKinds).nullable(),
    languages: z.array(z.string()).nullable(),
    availability: z.enum(availabilityKinds).nullable(),
    scores: z.object({
      /** Two decimals, cut off; three where two would read as the threshold of a certificate. */
      overall: z.string(),
      evaluator: z.string(),
      /** Null when the results stay until they are deleted. */
      expiresAt: moment.nullable(),
      competencies: z.array(titled.extend({ score: z.number() })),
    }).nullable(),
    certificate: z.object({
      role: z.string(),
      /** As the overall score. */
      score: z.string(),
      validUntil: moment,
      /** Its page, which bears a name; null where the name is not shared. */
      path: z.string().nullable(),
    }).nullable(),
    listedAt: moment,
  })
  .meta({ id: 'TalentCard' });

export const facetIds = ['role', 'level', 'skills', 'place', 'remote', 'language', 'availability', 'certificate'] as const;

export const talentView = z
  .object({
    talent: z.array(cardView),
    /** Counted up to 1,000; `isCapped` says that there are more. */
    total: z.object({ count: z.number().int(), isCapped: z.boolean() }),
    /** By relevance, of more who fit only so many are ranked and shown: those with the highest scores. Null when it is everybody. */
    rankedOnly: z.number().int().nullable(),
    /** Over those that are counted in `total`, the most frequent values first. */
    facets: z.array(z.object({ id: z.enum(facetIds), values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() })) })),
    next: z.string().nullable(),
  })
  .meta({ id: 'Talent' });

export const suggestionsQuery = z.object({ like: z.string().max(80).default('') });
export const suggestionsView = z
  .object({ suggestions: z.array(z.object({ kind: z.enum(['skill', 'role', 'place']), value: z.string(), label: z.string() })) })
  .meta({ id: 'TalentSuggestions' });

export type CardView = z.infer<typeof cardView>;
export type TalentView = z.infer<typeof talentView>;
export type SuggestionsQuery = z.infer<typeof suggestionsQuery>;
export type SuggestionsView = z.infer<typeof suggestionsView>;
