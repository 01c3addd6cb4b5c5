import { Link } from '@tanstack/react-router';
import { ProofForm } from '../../features/account/proof-form.js';
import { CopyPanel } from '../../features/privacy-centre/copy-panel.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const DataExportPage = () => (
  <>
    <PageHeading
      title="A copy of your data" above={<Link to={paths.privacy}>Privacy centre</Link>}
      lead="One ZIP with everything that is held of you: as JSON and CSV for programs, as pages to read, with your files, your consents, and the SHA-256 of each. What recruiters noted about you is in it, without the name of whoever wrote it."
    >
      A copy of your data
    </PageHeading>
    <CopyPanel ask={(about) => <ProofForm key={about.verb} {...about} />} />
  </>
);
