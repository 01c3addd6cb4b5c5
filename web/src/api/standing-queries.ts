import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type CertificateStanding, type UnseenQuestions } from './generated/index.js';

/** Whether an interview earns a certificate. */
export const standingQuery = (id: string) => queryOptions({
  queryKey: ['standing', id],
  queryFn: ({ signal }) => call<CertificateStanding>('GET', `/api/interviews/${encodeURIComponent(id)}/standing`, { signal }),
  // A person may decide, and the score arrives while one looks elsewhere.
  staleTime: 0,
});

/** How many questions for a role have not shown their model outline yet. */
export const unseenQuery = (roleId: string, levelId: string) => queryOptions({
  queryKey: ['unseen-questions', roleId, levelId],
  queryFn: ({ signal }) => call<UnseenQuestions>('GET', `/api/practice/unseen-questions?roleId=${encodeURIComponent(roleId)}&levelId=${encodeURIComponent(levelId)}`, { signal }),
  // Every report that is read changes it.
  staleTime: 0,
});
