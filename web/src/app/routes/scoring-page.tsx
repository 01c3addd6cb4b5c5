import { ScoringCard } from '../../features/about-scoring/scoring-card.js';
import { PageHeading } from '../../ui/page-heading.js';

export const ScoringPage = () => (
  <>
    <PageHeading title="How answers are scored" lead="What the built-in evaluator looks at, what it cannot be fooled by, and what it is bad at. The numbers on this page are read from the code that runs.">
      How answers are scored
    </PageHeading>
    <ScoringCard />
  </>
);
