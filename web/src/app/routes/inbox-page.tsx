import { InboxList } from '../../features/operations/inbox-list.js';
import { PageHeading } from '../../ui/page-heading.js';

export const InboxPage = () => (
  <>
    <PageHeading title="Inbox" lead="Every mail this machine would send. It exists only in development: in production there is no such page, and mails go to people.">
      Built-in inbox
    </PageHeading>
    <InboxList />
  </>
);
