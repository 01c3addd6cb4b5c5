import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type AiNotice, type BankQuestion, type Template, type TemplateLine, type TemplateMaterial, type Templates } from './generated/index.js';

export type { AiNotice, BankQuestion, Template, TemplateLine, TemplateMaterial };
export type DraftVersion = NonNullable<Template['draft']>;
export type TemplateContent = DraftVersion['content'];
export type TemplateQuestion = TemplateContent['questions'][number];
export type OwnQuestion = Extract<TemplateQuestion, { source: 'own' }>;
export type TemplateFault = DraftVersion['faults'][number];

const one = (id: string, rest = ''): string => `/api/templates/${encodeURIComponent(id)}${rest}`;

/** Everything about templates that was read. */
export const templatesKey = ['templates'] as const;

export const templatesQuery = (archived: boolean) => infiniteQueryOptions({
  queryKey: ['templates', 'list', archived],
  queryFn: ({ signal, pageParam }) => call<Templates>('GET', `/api/templates?archived=${archived}${pageParam === null ? '' : `&after=${pageParam}`}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

export const templateQuery = (id: string) => queryOptions({
  queryKey: ['templates', 'one', id],
  queryFn: ({ signal }) => call<Template>('GET', one(id), { signal }),
});

/** The question bank changes with a deployment, the clients of an agency hardly more often. */
export const materialQuery = queryOptions({
  queryKey: ['template-material'],
  queryFn: ({ signal }) => call<TemplateMaterial>('GET', '/api/template-material', { signal }),
  staleTime: 60_000,
});

export const aiNoticeQuery = (versionId: string) => queryOptions({
  queryKey: ['ai-notice', versionId],
  queryFn: ({ signal }) => call<AiNotice>('GET', `/api/ai-notices/${encodeURIComponent(versionId)}`, { signal }),
});

export const createTemplate = (body: { jobTitle: string; clientId: string | null }) => call<Template>('POST', '/api/templates', { body });
export const copyTemplate = (id: string) => call<Template>('POST', one(id, '/copy'), { body: {} });
export const archiveTemplate = (id: string) => call<Template>('PUT', one(id, '/archive'), { body: {} });
export const unarchiveTemplate = (id: string) => call<Template>('DELETE', one(id, '/archive'));
export const beginDraft = (id: string) => call<Template>('POST', one(id, '/draft'), { body: {} });
export const saveDraft = (id: string, body: { revision: number; clientId: string | null; content: TemplateContent }) => call<Template>('PUT', one(id, '/draft'), { body });
export const discardDraft = ({ id, revision }: { id: string; revision: number }) => call<void>('DELETE', one(id, `/draft?revision=${revision}`));
export const publishTemplate = ({ id, revision }: { id: string; revision: number }) => call<Template>('POST', one(id, '/publication'), { body: { revision } });
