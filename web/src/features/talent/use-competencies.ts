import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from '../../api/queries.js';

/** Titles of competencies by their id, of all roles together, in alphabetical order. */
export function useCompetencies(): ReadonlyMap<string, string> {
  const { data: roles = [] } = useQuery(rolesQuery);
  const all = roles.flatMap(({ competencies }) => competencies.map(({ id, title }) => [id, title] as const));
  return new Map(all.sort(([, one], [, other]) => one.localeCompare(other, 'en')));
}
