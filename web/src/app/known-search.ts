import { type SentRequest, type ShortlistEntry } from '../api/generated/index.js';

export type ShortlistStage = ShortlistEntry['stage'];
export type RequestState = SentRequest['state'];

/** Words that an address may hold: checked here, so that no page has to be loaded for it. */
export const shortlistStages = ['new', 'contacted', 'talking', 'offer', 'hired', 'declined'] as const satisfies readonly ShortlistStage[];
export const requestStates = ['open', 'accepted', 'declined', 'expired', 'ended', 'taken_back', 'withdrawn'] as const satisfies readonly RequestState[];

export const isOneOf = <Word extends string>(words: readonly Word[], value: unknown): value is Word => words.some((word) => word === value);
