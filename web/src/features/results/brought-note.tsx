import { Notice } from '../../ui/notice.js';

/** An interview that was taken elsewhere: whose numbers these are, and what they are good for here. */
export function BroughtNote({ from }: { from: string }) {
  return (
    <Notice kind="info" title={`You took this interview at ${from}`}>
      It was brought here with the copy of your data, to be read. The scores are those of {from}: nobody here has checked them, so they earn no certificate, stand in no trend, and are shown to no recruiter.
    </Notice>
  );
}
