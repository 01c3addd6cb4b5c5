import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Notice } from '../../ui/notice.js';

/** Where the mails of a development machine are; nothing where mails really leave. */
export function InboxHint() {
  const { data: policy } = useQuery(policyQuery);
  if (policy?.inboxPath == null) return null;
  return (
    <Notice kind="info" title="This is a development machine" action={<ButtonLink to="/inbox" variant="default">Open the built-in inbox</ButtonLink>}>
      No mail leaves it. Every mail is shown in an inbox of its own.
    </Notice>
  );
}
