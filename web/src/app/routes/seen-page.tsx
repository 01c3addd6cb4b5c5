import { Link } from '@tanstack/react-router';
import { SeenTimeline } from '../../features/visibility/seen-timeline.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const SeenPage = () => (
  <>
    <PageHeading
      title="Who saw your profile" above={<Link to={paths.visibility}>Visibility</Link>}
      lead="Everybody who was shown something of you: which organisation, what, when, and for which client. Whoever runs this place stands here, too, with the reason."
    >
      Who saw your profile
    </PageHeading>
    <SeenTimeline whenNobody={<p>Nobody so far. Whoever opens your profile stands here from that moment on.</p>} />
  </>
);
