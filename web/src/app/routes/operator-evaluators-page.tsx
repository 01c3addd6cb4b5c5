import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { evaluatorsQuery } from '../../api/review-queries.js';
import { Comparison } from '../../features/reviews/comparison.js';
import { RescoreForm } from '../../features/reviews/rescore-form.js';
import { RescoringList } from '../../features/reviews/rescoring-list.js';
import styles from '../../features/reviews/reviews.module.css';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import sections from './sections.module.css';

const route = getRouteApi('/operator/operator/evaluators');

export function OperatorEvaluatorsPage() {
  const chosen = route.useSearch();
  const navigate = useNavigate();
  const query = useQuery(evaluatorsQuery);
  return (
    <>
      <PageHeading title="Evaluators" above={<Link to={paths.operatorReviews}>Reviews</Link>} lead="Who judges answers here, whether two of them judge alike, and interviews scored once more.">Evaluators</PageHeading>
      <div className={sections.below}>
        <section className={styles.part} aria-labelledby="compare">
          <h2 id="compare">Two of them beside each other</h2>
          <Loaded query={query} failed="The evaluators could not be read." skeleton={<LinesSkeleton lines={6} />}>
            {(evaluators) => <Comparison evaluators={evaluators} chosen={chosen} onChoose={(search) => void navigate({ to: paths.operatorEvaluators, search, replace: true })} />}
          </Loaded>
        </section>
        <section className={styles.part} aria-labelledby="rescore">
          <h2 id="rescore">Score once more</h2>
          <Loaded query={query} failed="The evaluators could not be read." skeleton={<LinesSkeleton lines={4} />}>{(evaluators) => <RescoreForm evaluators={evaluators} />}</Loaded>
        </section>
        <section className={styles.part} aria-labelledby="rescored">
          <h2 id="rescored">Scored once more</h2>
          <RescoringList />
        </section>
      </div>
    </>
  );
}
