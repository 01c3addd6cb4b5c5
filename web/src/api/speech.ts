import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type Speech, type Transcript, type Voice } from './generated/index.js';

export type { Speech, Transcript };
export type SpeechHelper = Speech['transcribers'][number];

/** Who writes down and reads aloud, and whom of them one allows to; asked anew wherever that may have changed. */
export const speechQuery = queryOptions({
  queryKey: ['speech'],
  queryFn: ({ signal }) => call<Speech>('GET', '/api/speech', { signal }),
  staleTime: 0,
});

/** Who reads the questions of the bank aloud for everybody; null when nobody does. */
export const voiceQuery = queryOptions({
  queryKey: ['voice'],
  queryFn: async ({ signal }) => (await call<Voice>('GET', '/api/voice', { signal })).name,
  staleTime: 10 * 60_000,
});

/** What was said in a take. The sound is kept nowhere; asked again, it is written down again. */
export const writeDown = (takeId: string, wav: Blob, signal: AbortSignal) =>
  call<Transcript>('POST', `/api/takes/${encodeURIComponent(takeId)}/transcript`, { bytes: wav, contentType: 'audio/wav', signal });

/** Where a question of the bank can be heard. */
export const questionVoice = (questionId: string): string => `/api/questions/${encodeURIComponent(questionId)}/voice`;

/** Where a question can be heard as it was asked in an interview of one's own. */
export const askedVoice = (interviewId: string, position: number): string => `/api/interviews/${encodeURIComponent(interviewId)}/answers/${position}/voice`;
