import { ApiAccess } from '../../features/account/api-access.js';
import { PageHeading } from '../../ui/page-heading.js';

export const SettingsApiAccessPage = () => (
  <>
    <PageHeading title="API access">API access</PageHeading>
    <ApiAccess />
  </>
);
