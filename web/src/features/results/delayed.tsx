import { showDeadline } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';

/** Whoever invited lets one's own copy wait: until when. */
export function Delayed({ by, until }: { by: string; until: string }) {
  return (
    <Notice kind="info" title={`You can read your report from ${showDeadline(until)}`}>
      {by} lets your own copy wait until then. It will be the same report that they read.
    </Notice>
  );
}
