import { PromiseList } from '../../features/welcome/promise-list.js';
import { PageHeading } from '../../ui/page-heading.js';

export const PromisesPage = () => (
  <>
    <PageHeading title="Promises" lead="What the privacy policies of this field promise, and which of it a test proves here. The list is written from the results of the tests: nobody ticks anything by hand.">
      Promises, and their proof
    </PageHeading>
    <PromiseList />
  </>
);
