import { CertificateList } from '../../features/certificates/certificate-list.js';
import { PageHeading } from '../../ui/page-heading.js';

export const CertificatesPage = () => (
  <>
    <PageHeading title="Certificates" lead="What you have earned, who sees it, and until when.">Certificates</PageHeading>
    <CertificateList />
  </>
);
