import { getRouteApi, Link } from '@tanstack/react-router';
import { ReviewDesk } from '../../features/reviews/review-desk.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/operator/operator/reviews/$id');

export function OperatorReviewPage() {
  const { id } = route.useParams();
  return (
    <>
      <PageHeading title="One interview to decide" above={<Link to={paths.operatorReviews}>Reviews</Link>}>One interview</PageHeading>
      <ReviewDesk key={id} id={id} />
    </>
  );
}
