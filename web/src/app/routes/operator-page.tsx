import { HealthBoard } from '../../features/operations/health-board.js';
import { PageHeading } from '../../ui/page-heading.js';

export const OperatorPage = () => (
  <>
    <PageHeading title="Health" lead="Whether this place runs, looked at anew every five seconds.">Health</PageHeading>
    <HealthBoard />
  </>
);
