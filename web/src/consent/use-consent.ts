import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ConsentState } from '../api/generated/index.js';
import { NoConnectionError, ProblemError } from '../api/problem.js';
import { newId } from '../lib/new-id.js';
import { consentsQuery, giveConsent, type Notice, type Purpose, purposesQuery, withdrawConsent } from './consent-api.js';

const PATIENT = { retry: (failures: number, error: Error) => failures < 2 && error instanceof NoConnectionError, networkMode: 'always' } as const;

/** One consent of whoever is signed in: its notice, where it stands, and the two acts. */
export function useConsent(purpose: Purpose, scope = '', onChanged?: () => void, giveBy: GiveBy = giveConsent) {
  const queryClient = useQueryClient();
  const purposes = useQuery(purposesQuery);
  const consents = useQuery(consentsQuery);
  const notice = purposes.data?.purposes.find((candidate) => candidate.purpose === purpose);
  const state = consents.data?.find((candidate) => candidate.purpose === purpose && candidate.scope === scope);
  const settle = async (_: unknown, error: Error | null): Promise<void> => {
    // Somebody published a newer text: it must be here to be read before the next try.
    if (error instanceof ProblemError && error.problem.code === 'consent.notice_changed') await queryClient.invalidateQueries({ queryKey: purposesQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: consentsQuery.queryKey });
    if (!error) onChanged?.();
  };
  const giving = useMutation({ mutationFn: (act: Giving) => giveBy({ ...act, purpose, scope, where: window.location.pathname.toLowerCase() }), onSettled: settle, ...PATIENT });
  const withdrawing = useMutation({ mutationFn: (eventId: string) => withdrawConsent({ purpose, scope, eventId, where: window.location.pathname.toLowerCase() }), onSettled: settle, ...PATIENT });
  return {
    /** Undefined until it was read. */
    notice,
    state: consents.data === undefined ? undefined : (state ?? never(purpose, scope)),
    operator: purposes.data?.operator,
    readError: purposes.error ?? consents.error,
    readAgain: () => void Promise.all([purposes.refetch(), consents.refetch()]),
    busy: giving.isPending || withdrawing.isPending,
    error: giving.error ?? withdrawing.error,
    give: (fields: readonly string[] = []): void => {
      withdrawing.reset();
      if (notice) giving.mutate({ fields, ...pressed(notice) });
    },
    withdraw: (): void => {
      giving.reset();
      withdrawing.mutate(newId());
    },
  };
}

/** How a yes is said: by the switch alone, or as the answer to somebody who asked. */
export type GiveBy = (act: Parameters<typeof giveConsent>[0]) => Promise<unknown>;

type Giving = Omit<Parameters<typeof giveConsent>[0], 'purpose' | 'scope' | 'where'>;

const pressed = ({ version, control, locale }: Notice) => ({ noticeVersion: version, wording: control, locale, eventId: newId() });

const never = (purpose: Purpose, scope: string): ConsentState =>
  ({ purpose, scope, recipient: null, live: false, fields: [], givenAt: null, expiresAt: null, noticeVersion: null, recordId: null, ended: null });
