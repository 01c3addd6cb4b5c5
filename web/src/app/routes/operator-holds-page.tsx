import { HoldDesk } from '../../features/operations/hold-desk.js';
import { PageHeading } from '../../ui/page-heading.js';

export const OperatorHoldsPage = () => (
  <>
    <PageHeading title="Legal holds" lead="What law, tax or a dispute asks to be kept longer than it may be used: a sealed copy of the parts that are needed, with a reason and an end. What is in use here goes on ending as the policy says.">
      Legal holds
    </PageHeading>
    <HoldDesk />
  </>
);
