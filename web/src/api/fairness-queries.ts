import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type FairnessFigures, type FairnessSurvey, type HiringFigures } from './generated/index.js';
import { isAbsent } from './problem.js';

export type { FairnessFigures, HiringFigures };
export type ImpactGroup = FairnessFigures['groups'][number];
export type Sex = NonNullable<ImpactGroup['sex']>;
export type Race = NonNullable<ImpactGroup['race']>;
export type Funnel = HiringFigures['all'];
/** Days back from now. */
export type FiguresDays = 7 | 30 | 90 | 365;

const survey = (invitationId: string): string => `/api/invitations/mine/${encodeURIComponent(invitationId)}/survey`;
const fairness = (templateId: string, rest: string, year: number): string => `/api/templates/${encodeURIComponent(templateId)}/fairness${rest}?year=${year}`;

/** Null where there is nothing to be counted for. */
export const surveyQuery = (invitationId: string) => queryOptions({
  queryKey: ['survey', invitationId],
  queryFn: async ({ signal }): Promise<FairnessSurvey | null> => {
    try {
      return await call<FairnessSurvey>('GET', survey(invitationId), { signal });
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
  staleTime: 0,
});

export const answerSurvey = (invitationId: string, body: { eventId: string; noticeVersion: number; sex: Sex | null; race: Race | null }) => call<void>('POST', survey(invitationId), { body });

export const fairnessQuery = (templateId: string, year: number) => queryOptions({
  queryKey: ['fairness', templateId, year],
  queryFn: ({ signal }) => call<FairnessFigures>('GET', fairness(templateId, '', year), { signal }),
  placeholderData: keepPreviousData,
});
export const fairnessFile = (templateId: string, year: number): string => fairness(templateId, '/file', year);

/** Of the invitations sent within so many days, of one template or of all. */
export const hiringQuery = ({ template, days }: { template?: string; days: FiguresDays }) => queryOptions({
  queryKey: ['hiring', template ?? null, days],
  queryFn: ({ signal }) => call<HiringFigures>('GET', `/api/hiring?${new URLSearchParams({ days: String(days), ...(template === undefined ? {} : { template }) }).toString()}`, { signal }),
  placeholderData: keepPreviousData,
});
