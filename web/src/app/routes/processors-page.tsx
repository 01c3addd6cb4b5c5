import { LegalNotice } from '../../features/privacy/legal-notice.js';
import { PageHeading } from '../../ui/page-heading.js';

export const ProcessorsPage = () => (
  <>
    <PageHeading title="Who else is given data" lead="The companies that work on data for this place, what for, and what each may see.">Who else is given data</PageHeading>
    <LegalNotice notice="processors" />
  </>
);
