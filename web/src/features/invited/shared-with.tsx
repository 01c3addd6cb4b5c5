import { useQueryClient } from '@tanstack/react-query';
import { type OwnInvitation, ownInvitationsKey } from '../../api/invited-queries.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { showDeadline } from '../../lib/format.js';
import styles from './invited.module.css';

/** Who may see the interview, each with a switch of its own; taken back where it was given. */
export function SharedWith({ invitation }: { invitation: OwnInvitation }) {
  const { id, organisation, client, consents, mayAllowUntil } = invitation;
  const queryClient = useQueryClient();
  const reread = (): void => void queryClient.invalidateQueries({ queryKey: ownInvitationsKey });
  return (
    <>
      {consents.includes('invited_result') && (
        <ConsentSwitch purpose="invited_result" scope={id} ends={ENDS} onChanged={reread}>
          <p className={styles.who}>It is {organisation.name} alone. {whenOff(invitation)}</p>
        </ConsentSwitch>
      )}
      {client !== null && consents.includes('client_sharing') && mayAllowUntil === null && (
        <ConsentSwitch purpose="client_sharing" scope={id} ends={ENDS} onChanged={reread}>
          <p className={styles.who}>The client is {client}. Without it, {organisation.name} tells {client} nothing of this interview by a link of ours.</p>
        </ConsentSwitch>
      )}
    </>
  );
}

/** Both fall with the organisation's time to read it. */
const ENDS = 'Lasts as long as the organisation can read the interview, or until you take it back.';

function whenOff({ startedAt, submittedAt, sharedUntil, mayAllowUntil }: OwnInvitation): string {
  if (mayAllowUntil !== null) return '';
  if (startedAt === null) return 'You cannot begin without it.';
  if (submittedAt === null) return 'If you switch it off before you hand the interview in, the invitation is over.';
  return sharedUntil === null ? '' : `It can read the interview until ${showDeadline(sharedUntil)}. If you switch it off, it reads nothing more of it from that moment; you cannot switch it on again.`;
}
