import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { claimOperator } from '../../api/commands.js';
import { sessionQuery } from '../../api/queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './operations.module.css';

interface Props {
  token: string | null;
  onClaimed: () => void;
}

/** Makes the account that is signed in the operator of this place, with the link from the log of the first start. */
export function OperatorClaim({ token, onClaimed }: Props) {
  const session = useQuery(sessionQuery);
  return (
    <>
      <PageHeading title="Become the operator" lead="The operator sees whether this place runs well, and answers for it. The link works once.">
        Become the operator
      </PageHeading>
      {token === null
        ? <Notice kind="warning" title="The link is not complete">Copy all of it from the log of the server, with the part behind the # sign.</Notice>
        : (
          <Loaded query={session} failed="Your sign-in could not be read." skeleton={<LinesSkeleton lines={2} />}>
            {({ account }) => (account === null ? <SignInFirst /> : <Claim token={token} email={account.email} onClaimed={onClaimed} />)}
          </Loaded>
        )}
    </>
  );
}

function Claim({ token, email, onClaimed }: { token: string; email: string; onClaimed: () => void }) {
  const queryClient = useQueryClient();
  const claim = useMutation({
    mutationFn: claimOperator,
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      onClaimed();
    },
  });
  return (
    <div className={styles.stack}>
      <p>You are signed in as <strong>{email}</strong>. Press the button to make this account the operator.</p>
      {claim.isError && <Failure title="This account did not become the operator." error={claim.error} />}
      <Button loading={claim.isPending || claim.isSuccess} onClick={() => claim.mutate(token)}>Make me the operator</Button>
    </div>
  );
}

const here = { next: '/operator/claim' };

const SignInFirst = () => (
  <div className={styles.stack}>
    <p>First say who you are. This tab remembers the link and brings you back here.</p>
    <div className={styles.buttons}>
      <ButtonLink to="/sign-up" search={here}>Make an account</ButtonLink>
      <ButtonLink to="/sign-in" search={here} variant="default">Sign in</ButtonLink>
    </div>
  </div>
);
