import { getRouteApi } from '@tanstack/react-router';
import { ReviewList } from '../../features/reviews/review-list.js';
import { PageHeading } from '../../ui/page-heading.js';

const route = getRouteApi('/operator/operator/reviews');

export function OperatorReviewsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <PageHeading title="Reviews" lead="Interviews whose score came so close to the mark that no AI decides it alone, and of which two evaluations say different things. You decide, without knowing whose they are.">
        A person decides
      </PageHeading>
      <ReviewList state={state ?? 'open'} />
    </>
  );
}
