import { LegalNotice } from '../../features/privacy/legal-notice.js';
import { PageHeading } from '../../ui/page-heading.js';

export const ContactPage = () => (
  <>
    <PageHeading title="Contact" lead="Who runs this place, who answers for your data, and how you reach them.">Contact</PageHeading>
    <LegalNotice notice="contact" />
  </>
);
