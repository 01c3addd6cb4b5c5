import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { type Offer } from '../../api/invited-queries.js';
import { domainInWords } from '../../lib/domain-in-words.js';
import { count } from '../../lib/format.js';
import { Deadline } from './deadline.js';
import styles from './invited.module.css';
import { copyInWords, judgingInWords, kindsInWords, retakesInWords } from './words.js';

/** Who asks, what for, and what happens to what one says: all there is to know before one says yes. */
export function OfferFacts({ offer }: { offer: Offer }) {
  const { organisation, client, jobTitle, questionCount, minutes, deadlineAt, answerKinds, retakes, recordingOffered, seenBy, keptFor, copyDelayDays, aiNotice } = offer;
  const isSpoken = answerKinds.some((kind) => kind !== 'text');
  return (
    <dl className={styles.facts}>
      <Fact says="Who invites you">{organisation.name}{organisation.kind === 'agency' && ', an agency'} <span className={styles.soft}>({domainInWords(organisation)})</span></Fact>
      {(client !== null || organisation.kind === 'agency') && <Fact says="For">{client === null ? 'itself' : `${client}, its client`}</Fact>}
      <Fact says="The job">{jobTitle}</Fact>
      <Fact says="By when"><Deadline at={deadlineAt} /></Fact>
      <Fact says="How long">{count(questionCount, 'question')}, about {count(minutes, 'minute')}. You can stop at any question and go on later, on this device or another.</Fact>
      <Fact says="How you answer">
        {kindsInWords(answerKinds)} {isSpoken && retakesInWords(retakes)} {isSpoken && (recordingOffered ? 'Whether recordings are kept is your choice in the room.' : 'No recording is kept: only what you said, in words.')}
      </Fact>
      <Fact says="How it is judged">
        {judgingInWords(offer)} <Link to="/ai-notice/$versionId" params={{ versionId: aiNotice }}>How AI is used in this interview</Link>
      </Fact>
      <Fact says="Who sees it">{seenBy}.{client !== null && ` ${client} sees your results only if you allow it.`}</Fact>
      <Fact says="How long they see it">{keptFor} from the moment you hand it in, or until you take it back.</Fact>
      <Fact says="What you get">{copyInWords(copyDelayDays)}</Fact>
    </dl>
  );
}

const Fact = ({ says, children }: { says: string; children: ReactNode }) => <div><dt>{says}</dt><dd>{children}</dd></div>;
