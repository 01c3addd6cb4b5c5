import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type AccountDeletion } from '../../api/schema.js';
import { showMoment } from '../../lib/format.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';

/** What happens after an account was deleted, and until when. Without `deletion`, after a reload elsewhere, in general words. */
export function AccountDeleted({ deletion }: { deletion: AccountDeletion | null }) {
  const { data: policy } = useQuery(policyQuery);
  const period = policy?.retention.find(({ id }) => id === 'deletedAccount')?.keep;
  return (
    <>
      <PageHeading title="Account deleted">Your account is closed</PageHeading>
      <div className={styles.stack}>
        <p>You are signed out everywhere. Nobody can sign in to it, and nothing of yours is shown any more.</p>
        {deletion?.now === true && <p>All that we held of you is deleted. Nobody can bring it back.</p>}
        {deletion?.now !== true && (
          <p>
            Everything we hold of you is deleted {deletion === null ? `after ${period ?? 'the time the policy says'}` : <>by <strong>{showMoment(deletion.goneAt)}</strong></>}.
            You need not do anything. A mail to your address says the same.
          </p>
        )}
        {policy && deletion?.now !== true && (
          <p>Was it a mistake, or was it not you? Write to <a href={`mailto:${policy.operator.privacyContact}`}>{policy.operator.privacyContact}</a> before that day.</p>
        )}
      </div>
    </>
  );
}
