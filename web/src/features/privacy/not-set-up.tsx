import { type PublishedPolicy } from '../../api/schema.js';
import { Notice } from '../../ui/notice.js';

/** Says that nobody has put their name to this copy yet; nothing once somebody has. */
export function NotSetUp({ policy: { isSetUp } }: { policy: PublishedPolicy }) {
  if (isSetUp) return null;
  return <Notice kind="warning" title="This copy is not set up yet">Whoever runs it has not written down who they are and how to reach them. Try it out, and give it nothing personal.</Notice>;
}
