import { z } from 'zod';
import { savedQuery } from '../search/search.dto.js';
import { type FoundSearch } from './saved-searches.js';

const moment = z.string().meta({ format: 'date-time' });
const name = z.string().trim().min(1, 'Give the search a name.').max(100, 'Use at most 100 characters.').refine((text) => !text.includes('\0'), 'Remove the character that cannot be stored (NUL).');

export const savedSearchBody = z.strictObject({ name, query: savedQuery, alerts: z.boolean().default(false) });
export const savedSearchChange = z.strictObject({ name: name.optional(), query: savedQuery.optional(), alerts: z.boolean().optional() });

export const savedSearchView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    query: savedQuery,
    alerts: z.boolean(),
    madeAt: moment,
    lookedAt: moment,
    /** How many who fit were listed after `lookedAt`; counted up to a cap. */
    newlyListed: z.number().int(),
  })
  .meta({ id: 'SavedSearch' });
export const savedSearchListView = z.object({ items: z.array(savedSearchView) }).meta({ id: 'SavedSearchList' });

export type SavedSearchBody = z.infer<typeof savedSearchBody>;
export type SavedSearchChangeBody = z.infer<typeof savedSearchChange>;
export type SavedSearchView = z.infer<typeof savedSearchView>;
export type SavedSearchListView = z.infer<typeof savedSearchListView>;

/** A saved search as its owner sees it. */
export const asView = ({ search: { id, name, query, alerts, madeAt, lookedAt }, newlyListed }: FoundSearch): SavedSearchView =>
  ({ id, name, query, alerts, madeAt: madeAt.toISOString(), lookedAt: lookedAt.toISOString(), newlyListed });
