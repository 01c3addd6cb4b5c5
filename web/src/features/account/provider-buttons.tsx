import { Button } from '@mantine/core';
import { IconBrandGoogle, IconBrandLinkedin, IconKey } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { goToProvider } from '../../api/commands.js';
import { policyQuery } from '../../api/queries.js';
import { rememberNext, safePath } from '../../lib/next-path.js';
import { Failure } from '../../ui/failure.js';

const icons: Partial<Record<string, typeof IconKey>> = { google: IconBrandGoogle, linkedin: IconBrandLinkedin };

/** The outside places this instance lets say who somebody is. `staySignedIn` as it was chosen on the page. */
export function ProviderButtons({ next, staySignedIn }: { next: string | undefined; staySignedIn: boolean }) {
  const { data: policy } = useQuery(policyQuery);
  const leaving = useMutation({
    mutationFn: (id: string) => goToProvider(id, { staySignedIn, ...(next === undefined ? {} : { next }) }),
    onSuccess: ({ url }) => {
      // A first sign-in asks the age on the way back, another one a code: the tab remembers across both.
      rememberNext(safePath(next, window.location.origin));
      window.location.assign(url);
    },
  });
  return (
    <>
      {policy?.signIn.providers.map(({ id, name }) => {
        const Icon = icons[id] ?? IconKey;
        return (
          <Button
            key={id} variant="default" leftSection={<Icon size={20} stroke={1.5} aria-hidden />} disabled={leaving.isPending && leaving.variables !== id}
            loading={(leaving.isPending || leaving.isSuccess) && leaving.variables === id} onClick={() => leaving.mutate(id)}
          >
            Go on with {name}
          </Button>
        );
      })}
      {leaving.isError && <Failure error={leaving.error} />}
    </>
  );
}
