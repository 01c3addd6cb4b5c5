import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError, sentenceFor } from '../../api/problem.js';
import { type MyProfile, myProfileQuery, type ProfileWish, saveProfile } from '../../api/profile-queries.js';

const EMPTY: ProfileWish = { headline: '', roleTitle: '', levelId: null, skills: [], place: '', country: null, remote: null, languages: [], availability: null };

/** What was saved, or what the resume offers to begin with. */
function begin({ profile, fromResume }: MyProfile): ProfileWish {
  if (!profile) return { ...EMPTY, roleTitle: fromResume?.roleTitle ?? '', skills: names(fromResume?.skills ?? []), languages: fromResume?.languages ?? [] };
  const { headline, roleTitle, levelId, skills, place, country, remote, languages, availability } = profile;
  return { headline, roleTitle, levelId, skills: names(skills), place, country, remote, languages, availability };
}

const names = (skills: readonly { name: string }[]): string[] => skills.map(({ name }) => name);

/** The profile while it is written: its values, its faults by field, and the sending of it. */
export function useProfileForm(mine: MyProfile) {
  const queryClient = useQueryClient();
  const [values, setValues] = useState(() => begin(mine));
  const [attempt, setAttempt] = useState(0);
  const saving = useMutation({
    mutationFn: saveProfile,
    onSuccess: async (saved) => {
      setValues(begin(saved));
      queryClient.setQueryData(myProfileQuery.queryKey, saved);
      await queryClient.invalidateQueries({ queryKey: ['visibility'] });
    },
    onError: () => setAttempt((before) => before + 1),
  });
  const set = (change: Partial<ProfileWish>): void => {
    if (saving.isSuccess) saving.reset();
    setValues((before) => ({ ...before, ...change }));
  };
  return { values, set, saving, attempt, faults: faultsOf(saving.error), save: () => saving.mutate(values) };
}

/** By the id of the field; the empty key belongs to the form as a whole. */
function faultsOf(error: unknown): Readonly<Record<string, string>> {
  if (error === null) return {};
  const fields = error instanceof ProblemError ? error.problem.fields : {};
  const known = Object.entries(fields).map(([field, says]) => [field.split('.')[0] ?? field, says] as const);
  return known.length > 0 ? Object.fromEntries(known) : { '': sentenceFor(error) };
}
