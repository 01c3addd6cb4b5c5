import { OwnInvitationList } from '../../features/invited/own-invitation-list.js';
import { PageHeading } from '../../ui/page-heading.js';

export function MyInvitationsPage() {
  return (
    <>
      <PageHeading title="Your invitations" lead="Interviews that organisations asked you to. What you answer in one is seen by the organisation that asked, and by nobody else here.">Your invitations</PageHeading>
      <OwnInvitationList />
    </>
  );
}
