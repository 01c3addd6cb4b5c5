import { StatusBoard } from '../../features/operations/status-board.js';
import { PageHeading } from '../../ui/page-heading.js';

export const OperatorPage = () => (
  <>
    <PageHeading title="Operations">Operations</PageHeading>
    <StatusBoard />
  </>
);
