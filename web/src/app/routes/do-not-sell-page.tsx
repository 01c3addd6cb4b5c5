import { DoNotSell } from '../../features/privacy/do-not-sell.js';
import { PageHeading } from '../../ui/page-heading.js';

export const DoNotSellPage = () => (
  <>
    <PageHeading title="Do not sell or share my data" lead="Nobody’s data is sold here. Your choice is kept and honoured all the same.">Do not sell or share my data</PageHeading>
    <DoNotSell />
  </>
);
