import { useQuery } from '@tanstack/react-query';
import { type OwnInvitation } from '../../api/invited-queries.js';
import { policyQuery } from '../../api/queries.js';
import { count } from '../../lib/format.js';
import { AiConsents } from './ai-consents.js';
import { Deadline } from './deadline.js';
import { JobText } from './job-text.js';
import styles from './invited.module.css';
import { OfferFacts } from './offer-facts.js';
import { SharedWith } from './shared-with.js';
import { Start } from './start.js';

interface Props {
  invitation: OwnInvitation;
  onStarted: (interviewId: string) => void;
}

/** What it is about, what one allows, and the two ways to begin. */
export function BeforeStart({ invitation, onStarted }: Props) {
  const { data: policy } = useQuery(policyQuery);
  const providers = invitation.ai.offered ? (policy?.ai ?? []) : [];
  return (
    <>
      <div className={styles.part}>
        <p>{count(invitation.questionCount, 'question')}, about {count(invitation.minutes, 'minute')}. Hand it in by <Deadline at={invitation.deadlineAt} /></p>
        <details className={styles.more}>
          <summary>What it is about</summary>
          <div className={styles.part}><JobText offer={invitation} /><OfferFacts offer={invitation} /></div>
        </details>
      </div>
      <section className={styles.part} aria-labelledby="allow">
        <h2 id="allow" tabIndex={-1}>What you allow</h2>
        <p className={styles.soft}>Each for itself, and each can be taken back here. Whether recordings are kept is asked in the room.</p>
        <SharedWith invitation={invitation} />
        <AiConsents providers={providers} isSpoken={invitation.answerKinds.some((kind) => kind !== 'text')} />
      </section>
      <Start invitation={invitation} providers={providers} onStarted={onStarted} />
    </>
  );
}
