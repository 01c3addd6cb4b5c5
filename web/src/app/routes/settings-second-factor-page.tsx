import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SecondFactor } from '../../features/account/second-factor.js';
import { safePath } from '../../lib/next-path.js';
import { PageHeading } from '../../ui/page-heading.js';

const route = getRouteApi('/candidate/settings-pages/settings/second-factor');

export function SettingsSecondFactorPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const onKept = (): void => {
    const back = safePath(next, window.location.origin);
    if (back !== null) router.history.push(back);
  };
  return (
    <>
      <PageHeading title="Second factor">Second factor</PageHeading>
      <SecondFactor onKept={onKept} />
    </>
  );
}
