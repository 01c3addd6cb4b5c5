import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { acceptInvitation, type LinkedInvitation, openInvitation, ownInvitationsKey } from '../../api/invited-queries.js';
import { isAbsent } from '../../api/problem.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import styles from './invited.module.css';

interface Props {
  token: string;
  invitation: LinkedInvitation;
  /** Of the account that is signed in. */
  email: string | null;
  onAccepted: (id: string) => void;
  onDead: () => void;
}

/** The first press tells the organisation that the invitation was opened; signed in, it binds it to the account as well. */
export function GoOn({ token, invitation: { email: invited, isAccepted }, email, onAccepted, onDead }: Props) {
  const queryClient = useQueryClient();
  const going = useMutation({
    mutationFn: async () => {
      if (!isAccepted) await openInvitation(token);
      return email === null ? null : acceptInvitation(token);
    },
    onSuccess: async (accepted) => {
      if (!accepted) return;
      await queryClient.invalidateQueries({ queryKey: ownInvitationsKey });
      onAccepted(accepted.id);
    },
    onError: (error) => { if (isAbsent(error)) onDead(); },
  });
  if (going.isSuccess && email === null) return <SignInFirst invited={invited} />;
  return (
    <div className={styles.part}>
      {email !== null && <p>You are signed in as <strong>{email}</strong>. {isAccepted ? '' : `The invitation went to ${invited}; from then on it belongs to your account alone.`}</p>}
      {going.isError && <Failure error={going.error} />}
      <div><Button loading={going.isPending || (going.isSuccess && email !== null)} onClick={() => going.mutate()}>Continue</Button></div>
      {!isAccepted && (
        <details className={styles.more}>
          <summary>Not me</summary>
          <p>The mail went to {invited}. {email === null ? 'If that is not your address' : 'If that is another address of yours, sign out and open the link again. If it is not yours at all'}, close this page, or say no below with the reason that it was meant for somebody else. Nothing about you was told to anybody.</p>
        </details>
      )}
    </div>
  );
}

const here = { next: '/interview' };

function SignInFirst({ invited }: { invited: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.part} aria-labelledby="who">
      <h2 id="who" ref={heading} tabIndex={-1}>First say who you are</h2>
      <p>An account keeps your answers yours: you can stop and go on, read your report, and take everything back. It has to be the address the mail came to, <strong>{invited}</strong>.</p>
      <div className={styles.buttons}>
        <ButtonLink to="/sign-up" search={here}>Make an account</ButtonLink>
        <ButtonLink to="/sign-in" search={here} variant="default">Sign in</ButtonLink>
      </div>
      <p className={styles.soft}>This tab remembers the link and brings you back here, also when you confirm your address in another one. On another device, open the link in the mail again.</p>
    </section>
  );
}
