import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type InvitationListCheck, sendInvitations } from '../../api/invitation-queries.js';
import { count } from '../../lib/format.js';
import { newId } from '../../lib/new-id.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { type InviteWish } from './invite-form.js';
import styles from './invitations.module.css';
import { LineTable } from './line-table.js';
import { MailPreview } from './mail-preview.js';

interface Props {
  templateId: string;
  wish: InviteWish;
  checked: InvitationListCheck;
  /** Where more is bought, for whoever may; to others it says who may. */
  more: ReactNode;
  onBack: () => void;
  onSent: (batchId: string) => void;
}

/** Who would be invited, who would not and why, and what they would read. */
export function CheckedList({ templateId, wish, checked: { lines, fit, unfit, left }, more, onBack, onSent }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The same press told twice over a bad line invites nobody twice.
  const [eventId] = useState(newId);
  const { list, message } = wish;
  const sending = useMutation({ mutationFn: () => sendInvitations(templateId, { eventId, list, message: message === '' ? null : message }), onSuccess: ({ id }) => onSent(id) });
  useEffect(() => heading.current?.focus(), []);
  const isEnough = fit <= left;
  const first = lines.find(({ fault }) => fault === null);
  return (
    <>
      <div className={styles.checked}>
        <section className={styles.part} aria-labelledby="checked">
          <h2 id="checked" ref={heading} tabIndex={-1}>{unfit === 0 ? count(fit, 'person', 'people') : `${count(fit, 'person', 'people')}, and ${count(unfit, 'line')} left out`}</h2>
          <LineTable lines={lines} unfit={unfit} />
        </section>
        {first && <MailPreview templateId={templateId} name={first.name} message={message} />}
      </div>
      {fit === 0 && <Notice kind="warning" title="Nobody on this list can be invited">Change the list; beside each line stands why.</Notice>}
      {fit > 0 && isEnough && <p>It uses {fit.toLocaleString('en-GB')} of the {count(left, 'invited interview')} your organisation has left. One that ends before anybody begins it comes back. {more}</p>}
      {!isEnough && <Notice kind="warning" title={`You have ${left === 0 ? 'no' : left.toLocaleString('en-GB')} invited ${left === 1 ? 'interview' : 'interviews'} left, and this list needs ${fit.toLocaleString('en-GB')}`}>Take people off the list, or get more invited interviews first. {more}</Notice>}
      {sending.isError && <Failure title="Nobody was invited." error={sending.error} />}
      <div className={styles.buttons}>
        {fit > 0 && isEnough && <Button loading={sending.isPending || sending.isSuccess} onClick={() => sending.mutate()}>Invite {count(fit, 'person', 'people')}</Button>}
        <Button variant="default" onClick={onBack}>Change the list or the words</Button>
      </div>
    </>
  );
}
