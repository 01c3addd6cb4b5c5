import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hindranceQuery, previewQuery } from '../../api/visibility-queries.js';
import { useConsent } from '../../consent/use-consent.js';
import { choices, type SharedField } from './fields.js';

/** Whether one can be found, what is shared then, and what there is to share. */
export function useVisibility() {
  const queryClient = useQueryClient();
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['visibility', 'preview'] });
  const consent = useConsent('discovery', '', refresh);
  const [wished, setWished] = useState<readonly SharedField[]>([]);
  const hindrance = useQuery(hindranceQuery);
  const all = useQuery({ ...previewQuery(choices), enabled: hindrance.data === null });
  const { state } = consent;
  const shared = state?.live ? choices.filter((field) => state.fields.includes(field)) : wished;
  const toggle = (field: SharedField): void => {
    const changed = shared.includes(field) ? shared.filter((other) => other !== field) : choices.filter((other) => other === field || shared.includes(other));
    // While one can be found, a choice is a consent like the switch itself: it is written down, and true at once.
    if (state?.live) consent.give(changed);
    else setWished(changed);
  };
  return { state, busy: consent.busy, error: consent.error, shared, toggle, all, hindrance, refresh };
}

export type Visibility = ReturnType<typeof useVisibility>;
