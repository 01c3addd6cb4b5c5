import { useQuery } from '@tanstack/react-query';
import { myAccountQuery } from '../../api/account-queries.js';
import { ProfileEmail } from '../../features/account/profile-email.js';
import { ProfileName } from '../../features/account/profile-name.js';
import { ProfilePhone } from '../../features/account/profile-phone.js';
import { ProfilePicture } from '../../features/account/profile-picture.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';

export function SettingsProfilePage() {
  return (
    <>
      <PageHeading title="Name and e-mail">Name and e-mail</PageHeading>
      <Loaded query={useQuery(myAccountQuery)} failed="Your account could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {(account) => (
          <>
            <ProfileName account={account} />
            <ProfileEmail account={account} />
            <ProfilePhone account={account} />
            <ProfilePicture account={account} />
          </>
        )}
      </Loaded>
    </>
  );
}
