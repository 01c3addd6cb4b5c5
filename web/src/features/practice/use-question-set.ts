import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { questionSetsQuery } from '../../api/queries.js';
import { type InterviewRole, type QuestionSet } from '../../api/schema.js';
import { isSame } from './role-choice.js';

const PAUSE_MS = 300;

type Set = Omit<QuestionSet, 'isGeneral'> & { isGeneral?: boolean };

/** Whose questions serve for a role as it was typed: the role itself, else the nearest, of which one can be chosen. */
export function useQuestionSet(named: string, roles: readonly InterviewRole[]) {
  const [asked] = useDebouncedValue(named.trim(), PAUSE_MS);
  const [wanted, setWanted] = useState<string | null>(null);
  const known = roles.find(({ title }) => isSame(title, named));
  const near = useQuery({ ...questionSetsQuery(asked), enabled: !known && asked !== '' && asked === named.trim() });
  const sets: readonly Set[] | null = known ? [known] : (near.data ?? null);
  return { sets, set: sets?.find(({ id }) => id === wanted) ?? sets?.[0] ?? null, choose: setWanted, error: near.error };
}
