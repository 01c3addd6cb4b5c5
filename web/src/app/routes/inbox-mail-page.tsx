import { getRouteApi, Link } from '@tanstack/react-router';
import { InboxMail } from '../../features/operations/inbox-mail.js';
import { paths } from '../paths.js';

const route = getRouteApi('/public/inbox/$id');

export function InboxMailPage() {
  const { id } = route.useParams();
  return (
    <>
      <p><Link to={paths.inbox}>Built-in inbox</Link>, in development only</p>
      <InboxMail id={id} />
    </>
  );
}
