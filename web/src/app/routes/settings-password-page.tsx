import { useQuery } from '@tanstack/react-query';
import { myAccountQuery } from '../../api/account-queries.js';
import { PasswordChange } from '../../features/account/password-change.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';

export function SettingsPasswordPage() {
  return (
    <>
      <PageHeading title="Password">Password</PageHeading>
      <Loaded query={useQuery(myAccountQuery)} failed="Your account could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {(account) => <PasswordChange account={account} />}
      </Loaded>
    </>
  );
}
