import { type OwnInvitation } from '../../api/invited-queries.js';
import { InvitationMark } from '../../ui/invitation-mark.js';
import styles from './invited.module.css';
import { askers, standsInWords } from './words.js';

/** Under the name of the job: who asks, and how it stands. */
export const InvitedLead = ({ invitation }: { invitation: OwnInvitation }) => (
  <span className={styles.lead}><span>{askers(invitation)}</span><InvitationMark state={invitation.state} says={standsInWords(invitation)} /></span>
);
