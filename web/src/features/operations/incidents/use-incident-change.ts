import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Incident, incidentQuery, incidentsQuery } from '../../../api/incident-queries.js';

/** Changes an incident: the page shows it as it has become. */
export function useIncidentChange<Said>(changing: (said: Said) => Promise<Incident>, onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: changing,
    onSuccess: (incident) => {
      queryClient.setQueryData(incidentQuery(incident.id).queryKey, incident);
      onDone?.();
      return queryClient.invalidateQueries({ queryKey: incidentsQuery.queryKey });
    },
  });
}
