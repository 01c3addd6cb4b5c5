import { LegalNotice } from '../../features/privacy/legal-notice.js';
import { PageHeading } from '../../ui/page-heading.js';

export const PrivacyNoticePage = () => (
  <>
    <PageHeading title="Privacy notice" lead="What we do with your data, why, for how long, and what you can do about it.">Privacy notice</PageHeading>
    <LegalNotice notice="privacy" />
  </>
);
