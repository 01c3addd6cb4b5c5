import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type MyProfile, myProfileQuery } from '../../api/profile-queries.js';
import { previewQuery } from '../../api/visibility-queries.js';
import { useConsent } from '../../consent/use-consent.js';
import { choices, type SharedField } from './fields.js';

/** Whether one can be found, what is shared then, and what there is to share. */
export function useVisibility() {
  const queryClient = useQueryClient();
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['visibility', 'preview'] });
  const consent = useConsent('discovery', '', refresh);
  const [wished, setWished] = useState<readonly SharedField[]>([]);
  const profile = useQuery(myProfileQuery);
  const isTooThin = profile.isSuccess && !canBeFound(profile.data);
  const all = useQuery({ ...previewQuery(choices), enabled: profile.isError || (profile.isSuccess && !isTooThin) });
  const { state } = consent;
  const shared = state?.live ? choices.filter((field) => state.fields.includes(field)) : wished;
  const toggle = (field: SharedField): void => {
    const changed = shared.includes(field) ? shared.filter((other) => other !== field) : choices.filter((other) => other === field || shared.includes(other));
    // While one can be found, a choice is a consent like the switch itself: it is written down, and true at once.
    if (state?.live) consent.give(changed);
    else setWished(changed);
  };
  return { state, busy: consent.busy, error: consent.error, shared, toggle, all, isTooThin, refresh };
}

export type Visibility = ReturnType<typeof useVisibility>;

/** Without a headline and a skill there is nothing to show, and the server need not be asked. */
function canBeFound({ profile }: MyProfile): boolean {
  return profile !== null && profile.headline !== '' && profile.skills.length > 0;
}
