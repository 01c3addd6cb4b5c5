import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ColleagueInvitation, inviteColleague, invitationsQuery, type MemberRole, membersQuery, sendInvitationAgain, takeInvitationBack } from '../../api/organisation-queries.js';
import { type ColleagueInvitations } from '../../api/generated/index.js';
import { showDay } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './organisation.module.css';
import { RoleChoice } from './role-choice.js';
import { rolesInWords } from './words.js';

/** Colleagues who were asked to join, and the way to ask another. */
export function Invitations() {
  const query = useQuery(invitationsQuery);
  const [sentTo, setSentTo] = useState<{ email: string; round: number }>({ email: '', round: 0 });
  return (
    <section aria-labelledby="invitations" className={styles.section}>
      <h2 id="invitations">Invite a colleague</h2>
      <InvitationForm key={sentTo.round} onSent={(email) => setSentTo({ email, round: sentTo.round + 1 })} />
      <div role="status">{sentTo.email !== '' && <Notice kind="done" title={`An invitation is on its way to ${sentTo.email}`}>It works with this address alone.</Notice>}</div>
      <Loaded query={query} failed="The invitations could not be read." skeleton={<LinesSkeleton lines={2} />}>
        {(invitations) => (invitations.length === 0 ? null : <Waiting invitations={invitations} />)}
      </Loaded>
    </section>
  );
}

function InvitationForm({ onSent }: { onSent: (email: string) => void }) {
  const [roles, setRoles] = useState<MemberRole[]>(['recruiter']);
  const keep = useKept();
  const sent = useSentForm({
    initialValues: { email: '' },
    validate: { email: (email) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? null : 'Enter an e-mail address, such as name@example.com') },
    send: ({ email }) => inviteColleague({ email: email.trim(), roles }),
    onDone: (now, { email }) => {
      keep(now);
      onSent(email.trim());
    },
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb="Send the invitation">
      <TextInput id="colleague" label="E-mail address of your colleague" type="email" autoComplete="off" key={form.key('email')} {...form.getInputProps('email')} />
      <RoleChoice id="invited" legend="What they may do" chosen={roles} onChoose={setRoles} />
    </SentForm>
  );
}

function Waiting({ invitations }: { invitations: readonly ColleagueInvitation[] }) {
  const keep = useKept();
  const again = useMutation({ mutationFn: sendInvitationAgain, onSuccess: keep });
  const back = useMutation({ mutationFn: takeInvitationBack, onSuccess: keep });
  const error = again.error ?? back.error;
  return (
    <>
      <h3>Asked, and not here yet</h3>
      <ul className={styles.list}>
        {invitations.map(({ id, email, roles, sentAt, endsAt, isOpen }) => (
          <li key={id} className={styles.row}>
            <div className={styles.rowText}>
              <p className={styles.name}>{email}</p>
              <p className={styles.soft}>{rolesInWords(roles)} · sent {showDay(sentAt)} · {isOpen ? `works until ${showDay(endsAt)}` : `stopped working ${showDay(endsAt)}`}</p>
            </div>
            <div className={styles.buttons}>
              <Button variant="default" size="compact-md" loading={again.isPending && again.variables === id} onClick={() => again.mutate(id)}>Send again<span className="visually-hidden"> to {email}</span></Button>
              <Button variant="default" size="compact-md" loading={back.isPending && back.variables === id} onClick={() => back.mutate(id)}>Take back<span className="visually-hidden"> the invitation to {email}</span></Button>
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.soft}>{again.isSuccess ? 'Sent again. The link of the mail before it does not work any more.' : ''}</p>
      {error !== null && <Failure error={error} />}
    </>
  );
}

function useKept(): (now: ColleagueInvitations) => void {
  const queryClient = useQueryClient();
  return ({ invitations }) => {
    queryClient.setQueryData(invitationsQuery.queryKey, invitations);
    // It says how many places are promised.
    void queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
  };
}
