import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { checkList } from '../../api/invitation-queries.js';
import { CheckedList } from './checked-list.js';
import { type InviteWish, InviteForm } from './invite-form.js';
import styles from './invitations.module.css';

interface Props {
  templateId: string;
  /** Where more invited interviews are bought. */
  more: ReactNode;
  onSent: (batchId: string) => void;
}

/** First the list, then what would be sent to whom; nothing is sent before somebody has seen that. */
export function InvitePeople({ templateId, more, onSent }: Props) {
  const [wish, setWish] = useState<InviteWish>({ list: '', message: '' });
  const checking = useMutation({ mutationFn: ({ list }: InviteWish) => checkList(templateId, list) });
  return (
    <div className={styles.page}>
      {checking.data === undefined
        ? <InviteForm wish={wish} busy={checking.isPending} error={checking.error} onCheck={(entered) => { setWish(entered); checking.mutate(entered); }} />
        : <CheckedList templateId={templateId} wish={wish} checked={checking.data} more={more} onBack={checking.reset} onSent={onSent} />}
    </div>
  );
}
