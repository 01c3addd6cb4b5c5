import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { policyQuery } from '../../api/queries.js';
import { ConsentList } from '../../features/consents/consent-list.js';
import { DecidedElsewhere } from '../../features/consents/decided-elsewhere.js';
import { Timeline } from '../../features/consents/timeline.js';
import { Stopped } from '../../features/privacy-centre/stopped.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export function ConsentsPage() {
  const { data: policy } = useQuery(policyQuery);
  return (
    <>
      <PageHeading title="What you allow" lead="Each of these stands for itself, and none is needed to practise. Switch one on to allow it, and off to take it back: no reason asked, and it works at once.">
        What you allow
      </PageHeading>
      <div className={styles.below}>
        <section aria-labelledby="allowed">
          <h2 id="allowed">Your switches</h2>
          <Stopped to={<Link to={paths.privacy} hash="object">Lift it in the privacy centre</Link>} />
          <ConsentList
            elsewhere={{
              discovery: <DecidedElsewhere title="Let recruiters find you"><p>Off. Nobody can find you. You choose what recruiters would see, field by field, on a page of its own.</p><p><Link to={paths.visibility}>Choose what recruiters see</Link></p></DecidedElsewhere>,
              // Asked with the request of an organisation, or where an interview begins.
              discovery_contact: null,
              // Asked on the page of the invitation they are for.
              invited_result: null,
              client_sharing: null,
              demographic_survey: null,
              recording: <DecidedElsewhere title="Keep recordings of your answers"><p>Off. You are asked before each interview that you speak, and nothing you say is kept unless you allow it there.</p></DecidedElsewhere>,
              ai_processing: (policy?.ai ?? []).length === 0 ? null : <DecidedElsewhere title="Let an AI provider help with your interviews"><p>Off. You are asked when you begin an interview.</p></DecidedElsewhere>,
            }}
          />
        </section>
        <section aria-labelledby="timeline">
          <h2 id="timeline">What you allowed and took back</h2>
          <Timeline />
        </section>
      </div>
    </>
  );
}
