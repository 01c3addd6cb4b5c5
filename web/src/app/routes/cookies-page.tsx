import { LegalNotice } from '../../features/privacy/legal-notice.js';
import { PageHeading } from '../../ui/page-heading.js';

export const CookiesPage = () => (
  <>
    <PageHeading title="Cookies" lead="Each cookie that can be set here, and everything else these pages keep in your browser.">Cookies</PageHeading>
    <LegalNotice notice="cookies" />
  </>
);
