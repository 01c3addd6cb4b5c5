import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { extendInvitation, type Invitation, resendInvitation, resetInvitation, revokeInvitation, sentInvitationsKey } from '../../api/invitation-queries.js';
import { ProblemError } from '../../api/problem.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { type Change, changesOf, changeWords } from './changes.js';
import { DeadlineField } from './deadline-field.js';
import { aWeekAfter, fromLocal, toLocal } from './local-time.js';
import styles from './invitations.module.css';
import { calledBy } from './words.js';

interface Props {
  /** Null before anybody's was changed. */
  invitation: Invitation | null;
  open: boolean;
  onDone: (says: string) => void;
  onClose: () => void;
}

/** What can be done with one invitation; each says what happens before it does. */
export function ChangeInvitation({ invitation, open, onDone, onClose }: Props) {
  const possible = invitation ? changesOf(invitation) : [];
  const [picked, setPicked] = useState<Change | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const deadline = moved ?? toLocal(aWeekAfter(invitation?.deadlineAt ?? null));
  const queryClient = useQueryClient();
  const change = picked ?? possible[0] ?? 'resend';
  const called = invitation ? calledBy(invitation) : '';
  const changing = useMutation({
    mutationFn: () => act(change, invitation?.id ?? '', fromLocal(deadline)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sentInvitationsKey });
      onDone(`${called} ${changeWords[change].done}`);
      close();
    },
  });
  // Whoever opens it again begins anew.
  const close = (): void => {
    setPicked(null);
    setMoved(null);
    changing.reset();
    onClose();
  };
  const { verb, destroys } = changeWords[change];
  // What is wrong with the deadline stands beside it.
  const late = changing.error instanceof ProblemError ? changing.error.problem.fields.deadlineAt : undefined;
  return (
    <ConfirmDialog open={open} title={called} verb={verb} destroys={destroys} busy={changing.isPending} error={late === undefined ? changing.error : null} onConfirm={() => changing.mutate()} onClose={close}>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">What to do with this invitation</legend>
        {possible.map((one) => (
          <div key={one}>
            <label className={styles.option}>
              <input type="radio" name="change" checked={one === change} onChange={() => { setPicked(one); changing.reset(); }} />
              <span><strong>{changeWords[one].title}</strong><span className={styles.says}>{changeWords[one].says}</span></span>
            </label>
            {one === 'extend' && change === 'extend' && <div className={styles.under}><DeadlineField value={deadline} after={invitation?.deadlineAt ?? null} error={late} onChange={setMoved} /></div>}
          </div>
        ))}
      </fieldset>
    </ConfirmDialog>
  );
}

function act(change: Change, id: string, deadlineAt: string | null): Promise<unknown> {
  switch (change) {
    case 'resend': return resendInvitation(id);
    case 'extend': return extendInvitation(id, deadlineAt ?? '');
    case 'reset': return resetInvitation(id);
    case 'revoke': return revokeInvitation(id);
  }
}
