import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { joinOrganisation, type OpenInvitation, openInvitationQuery } from '../../api/organisation-queries.js';
import { isProblem } from '../../api/problem.js';
import { sessionQuery } from '../../api/queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './organisation.module.css';
import { roles } from './words.js';

interface Props {
  token: string | null;
  onJoined: () => void;
}

/** Where the mail to an invited colleague leads. Nothing happens before the button is pressed. */
export function JoinOrganisation({ token, onJoined }: Props) {
  const session = useQuery(sessionQuery);
  return (
    <>
      <PageHeading title="Join a colleague">A colleague invites you</PageHeading>
      {token === null
        ? <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice>
        : (
          <Loaded query={session} failed="Your sign-in could not be read." skeleton={<LinesSkeleton lines={2} />}>
            {({ account }) => (account === null ? <SignInFirst /> : <Invitation token={token} email={account.email} onJoined={onJoined} />)}
          </Loaded>
        )}
    </>
  );
}

function Invitation({ token, email, onJoined }: { token: string; email: string; onJoined: () => void }) {
  const query = useQuery(openInvitationQuery(token));
  if (isProblem(query.error, 'recruiters.invitation_over')) return <Over email={email} />;
  return (
    <Loaded query={query} failed="The invitation could not be read." skeleton={<LinesSkeleton lines={3} />}>
      {(invitation) => <Join invitation={invitation} token={token} email={email} onJoined={onJoined} />}
    </Loaded>
  );
}

function Join({ invitation: { organisationName, roles: given }, token, email, onJoined }: { invitation: OpenInvitation; token: string; email: string; onJoined: () => void }) {
  const queryClient = useQueryClient();
  const joining = useMutation({
    mutationFn: joinOrganisation,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onJoined();
    },
  });
  if (isProblem(joining.error, 'recruiters.invitation_over')) return <Over email={email} />;
  return (
    <div className={styles.stack}>
      <p>You are signed in as <strong>{email}</strong>. <strong>{organisationName}</strong> wants to work with you here. You would be:</p>
      <ul>{roles.filter(({ id }) => given.includes(id)).map(({ id, title, says }) => <li key={id}><strong>{title}.</strong> {says}</li>)}</ul>
      <p>Your colleagues see your name and address. Your own practice stays yours alone.</p>
      {joining.isError && <Failure title="You did not join." error={joining.error} />}
      <Button loading={joining.isPending || joining.isSuccess} onClick={() => joining.mutate(token)}>Join {organisationName}</Button>
    </div>
  );
}

/** One page, whatever keeps the link from working. */
const Over = ({ email }: { email: string }) => (
  <Notice kind="warning" title="This invitation does not work here">
    <p>It may be used, taken back or too old, or it was sent to another address than {email}.</p>
    <p>Sign in with the address the mail came to, or ask your colleague for a new one. <Link to="/practice">Go on without it</Link></p>
  </Notice>
);

const here = { next: '/join' };

const SignInFirst = () => (
  <div className={styles.stack}>
    <p>First say who you are, with the address the mail came to. This tab remembers the link and brings you back here.</p>
    <div className={styles.buttons}>
      <ButtonLink to="/sign-up" search={here}>Make an account</ButtonLink>
      <ButtonLink to="/sign-in" search={here} variant="default">Sign in</ButtonLink>
    </div>
  </div>
);
