import { Link } from '@tanstack/react-router';
import { RetentionTable } from '../../features/privacy/retention-table.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const RetentionPage = () => (
  <>
    <PageHeading title="What we keep, and for how long" lead="This table is read from the policy the server runs on. The same lines decide when things are deleted.">
      What we keep, and for how long
    </PageHeading>
    <RetentionTable />
    <p><Link to={paths.processors}>Who else is given data</Link></p>
  </>
);
