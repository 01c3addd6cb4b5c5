import { Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { invitationBatchQuery, sentInvitationsKey } from '../../api/invitation-queries.js';
import { count } from '../../lib/format.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './invitations.module.css';

/** How far the mails are that were ordered a moment ago. It goes on without anybody looking. */
export function BatchProgress({ id }: { id: string }) {
  const { data } = useQuery(invitationBatchQuery(id));
  const queryClient = useQueryClient();
  const done = data?.finishedAt != null;
  const through = (data?.sent ?? 0) + (data?.passedOver ?? 0);
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: sentInvitationsKey });
  }, [queryClient, done]);
  if (!data) return null;
  if (done) {
    return (
      <Notice kind="done" title={`${count(data.sent, 'person was', 'people were')} invited`}>
        {data.passedOver > 0 ? `${count(data.passedOver, 'address was', 'addresses were')} left out, because they could no longer be invited when their turn came.` : 'The mails are on their way.'}
      </Notice>
    );
  }
  return (
    <div className={styles.progress}>
      <p role="status">Inviting {count(data.lines, 'person', 'people')}. You can leave this page, it goes on without you.</p>
      <Progress value={(100 * through) / Math.max(1, data.lines)} aria-label="Invitations sent" />
      <p className={styles.soft}>{through.toLocaleString('en-GB')} of {data.lines.toLocaleString('en-GB')}</p>
    </div>
  );
}
