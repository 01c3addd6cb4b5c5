import { type Organisation } from '../../api/organisation-queries.js';
import { showDay } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';

/** Where an organisation stands, when that keeps it from searching. */
export function StateNotice({ organisation: { state, reason, domain, proofEndedAt } }: { organisation: Organisation }) {
  if (state === 'approved') return null;
  if (state === 'pending' && proofEndedAt !== null) {
    return (
      <Notice kind="warning" title="Your organisation waits for the operator again">
        It could search because an owner had a confirmed address at {domain}. Since {showDay(proofEndedAt)} no owner has one, so you see nobody until an owner has one again, or until the operator approves you. Your
        lists are kept.
      </Notice>
    );
  }
  if (state === 'pending') {
    return (
      <Notice kind="info" title="The operator looks at your organisation">
        Until then you see nobody. Owners get a mail as soon as it is decided. If an owner has an address at {domain}, make it the address of the account, and you need not wait.
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={state === 'refused' ? 'Your organisation was not approved' : 'Your organisation is suspended'}>
      <p>{reason}</p>
      <p>{state === 'refused' && proofEndedAt === null ? 'Correct what is wrong below; then it is looked at again.' : 'You see nobody until that is settled. Your lists are kept. Write to the address at the foot of this page.'}</p>
    </Notice>
  );
}
