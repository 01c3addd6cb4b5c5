import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type InterviewerLine, type InterviewerOffer } from './schema.js';

const interviewPath = (id: string, rest: string): string => `/api/interviews/${encodeURIComponent(id)}${rest}`;

/** Who could hold the conversation of an interview, and whether one lets them. */
export const interviewerQuery = queryOptions({
  queryKey: ['interviewer'],
  queryFn: async ({ signal }) => (await call<InterviewerOffer>('GET', '/api/interviewer', { signal })).interviewer,
});

/** A new key each time, good for a minute. */
export const beginConversation = (id: string) => call<InterviewerLine>('POST', interviewPath(id, '/conversations'), { body: {} });
/** Sent again with the same `takeId` it has one effect. */
export const beginConversationTake = (id: string, position: number, takeId: string) =>
  call<void>('POST', interviewPath(id, `/answers/${position}/conversation-takes`), { body: { takeId } });
