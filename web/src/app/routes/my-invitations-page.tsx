import { CopiesPart } from '../../features/deletions/copies-part.js';
import { OwnInvitationList } from '../../features/invited/own-invitation-list.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './sections.module.css';

export function MyInvitationsPage() {
  return (
    <>
      <PageHeading title="Your invitations" lead="Interviews that organisations asked you to. What you answer in one is seen by the organisation that asked, and by nobody else here.">Your invitations</PageHeading>
      <div className={styles.below}>
        <OwnInvitationList />
        <CopiesPart />
      </div>
    </>
  );
}
