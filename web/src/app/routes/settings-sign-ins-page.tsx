import { useQuery } from '@tanstack/react-query';
import { myAccountQuery } from '../../api/account-queries.js';
import { LinkedProviders } from '../../features/account/linked-providers.js';
import { SignIns } from '../../features/account/sign-in-list.js';
import { PageHeading } from '../../ui/page-heading.js';

export function SettingsSignInsPage() {
  const { data: account } = useQuery(myAccountQuery);
  return (
    <>
      <PageHeading title="Sign-ins">Sign-ins</PageHeading>
      <SignIns />
      {account && <LinkedProviders account={account} />}
    </>
  );
}
