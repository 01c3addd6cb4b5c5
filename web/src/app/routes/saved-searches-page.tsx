import { SavedSearches } from '../../features/talent/saved-searches.js';
import { PageHeading } from '../../ui/page-heading.js';

export function SavedSearchesPage() {
  return (
    <>
      <PageHeading title="Saved searches" lead="Open one to search anew. With alerts on, you are told at most once a day when somebody who fits chooses to be listed.">Saved searches</PageHeading>
      <SavedSearches />
    </>
  );
}
