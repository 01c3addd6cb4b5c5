import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LinkedInvitation, linkedInvitationQuery, refuseByLink } from '../../api/invited-queries.js';
import { isAbsent } from '../../api/problem.js';
import { sessionQuery } from '../../api/queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { DeadLink } from './dead-link.js';
import { Decline } from './decline.js';
import { GoOn } from './go-on.js';
import styles from './invited.module.css';
import { JobText } from './job-text.js';
import { OfferFacts } from './offer-facts.js';
import { useAddressKept } from './use-address-kept.js';

interface Props {
  /** Null where the link has none. */
  token: string | null;
  onAccepted: (id: string) => void;
  onRefused: () => void;
}

/** Where the mail of an invitation leads. Nothing happens before a button is pressed: programs that read mails open links, too. */
export function Arrival({ token, ...rest }: Props) {
  const session = useQuery(sessionQuery);
  if (token === null) return <DeadLink email={null} mayBeMine={false} />;
  return (
    <Loaded query={session} failed="Your sign-in could not be read." skeleton={<LinesSkeleton lines={6} />}>
      {({ account }) => <Linked token={token} accountId={account?.id ?? null} email={account?.email ?? null} {...rest} />}
    </Loaded>
  );
}

function Linked({ token, accountId, email, onAccepted, onRefused }: Omit<Props, 'token'> & { token: string; accountId: string | null; email: string | null }) {
  const query = useQuery(linkedInvitationQuery(token, accountId));
  const [isRefused, setRefused] = useState(false);
  const [isDead, setDead] = useState(false);
  if (isRefused) return <Refused />;
  if (isDead || isAbsent(query.error)) return <DeadLink email={email} mayBeMine={email === null} />;
  return (
    <Loaded query={query} failed="The invitation could not be read." skeleton={<LinesSkeleton lines={8} />}>
      {(invitation) => {
        const { organisation, isAccepted } = invitation;
        const goOn = <GoOn token={token} invitation={invitation} email={email} onAccepted={onAccepted} onDead={() => setDead(true)} />;
        return (
          <>
            <PageHeading title={`Invitation of ${organisation.name}`} lead={leadOf(invitation)}>
              {organisation.name} invites you to an interview
            </PageHeading>
            <div className={styles.stack}>
              {isAccepted && goOn}
              <JobText offer={invitation} />
              <OfferFacts offer={invitation} />
              {!isAccepted && goOn}
              {!isAccepted && (
                <Decline organisation={organisation.name} refuse={(refusal) => refuseByLink(token, refusal)} onRefused={() => { setRefused(true); onRefused(); }} />
              )}
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

function leadOf({ organisation, jobTitle, name, isAccepted }: LinkedInvitation): string {
  if (isAccepted) return `You said yes to it. Your interview for the job ${jobTitle} is where you left it.`;
  return `${name === null ? '' : `${name}, `}${organisation.name} asks whether you would answer some questions for the job ${jobTitle}. Read what it is about; nothing begins before you say so.`;
}

function Refused() {
  const kept = useAddressKept();
  return (
    <>
      <PageHeading title="You said no">You said no, and that is fine</PageHeading>
      <p>The link does not work any more, and the address it was sent to is deleted here {kept === null ? 'by itself' : `after ${kept}`}. Nothing else happens.</p>
    </>
  );
}
