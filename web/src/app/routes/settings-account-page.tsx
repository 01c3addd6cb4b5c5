import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { myAccountQuery } from '../../api/account-queries.js';
import { type AccountDeletion } from '../../api/schema.js';
import { DeleteAccount } from '../../features/account/delete-account.js';
import { useForgetPerson } from '../../features/account/use-sign-out.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export function SettingsAccountPage() {
  const navigate = useNavigate();
  const forget = useForgetPerson();
  const onDeleted = async (deletion: AccountDeletion): Promise<void> => {
    await navigate({ to: paths.accountDeleted, state: { deletion }, replace: true });
    forget();
  };
  return (
    <>
      <PageHeading title="Account">Account</PageHeading>
      <Loaded query={useQuery(myAccountQuery)} failed="Your account could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {(account) => <DeleteAccount account={account} onDeleted={(deletion) => void onDeleted(deletion)} />}
      </Loaded>
    </>
  );
}
