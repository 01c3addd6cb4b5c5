import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { isAbsent, ProblemError } from '../../api/problem.js';
import { type TalentPlace, type TalentProfile as Profile, talentProfileQuery } from '../../api/talent-queries.js';
import { showDay } from '../../lib/format.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Refused } from '../../ui/refused.js';
import { SharedCertificate } from './certified.js';
import { ProfileFacts } from './profile-facts.js';
import { SharedAnswers } from './shared-answers.js';
import { SharedContact } from './shared-contact.js';
import { SharedScores } from './shared-scores.js';
import styles from './profile.module.css';

interface Props {
  talentId: string;
  client: string | undefined;
  /** The search that led here. */
  from: TalentPlace;
  /** What can be done with this person: shortlists, a contact request. */
  actions: ReactNode;
}

/** A listed person, as far as they let this organisation see them. Whoever withdraws is gone from the open page, too. */
export function TalentProfile({ talentId, client, from, actions }: Props) {
  const { data, error, isPending, refetch } = useQuery(talentProfileQuery(talentId, client ?? null));
  if (isAbsent(error)) return <Gone from={from} />;
  // A lost connection says nothing of the person; a refusal does.
  if (data !== undefined && !(error instanceof ProblemError)) return <Shown profile={data} from={from} actions={actions} />;
  if (isPending) return <ProfileSkeleton />;
  return (
    <>
      <PageHeading title="Profile" failed>Profile</PageHeading>
      <Refused title="This profile could not be opened." error={error} again={() => void refetch()} />
    </>
  );
}

function Shown({ profile, from, actions }: { profile: Profile; from: TalentPlace; actions: ReactNode }) {
  const { alias, headline, client, sharedUntil } = profile;
  return (
    <article className={styles.profile}>
      <div className={styles.head}>
        <PageHeading title={alias} {...(headline === null ? {} : { lead: headline })} above={<Link to="/talent" search={from}>Search</Link>}>{alias}</PageHeading>
        <p className={styles.recorded}>
          This view is recorded and shown to the candidate{client === null ? '' : `, as a view for ${client.name}`}. What you see is shared until {showDay(sharedUntil)} at the latest; it may be taken back at any time.
        </p>
      </div>
      <div className={styles.main}>
        <ProfileFacts profile={profile} />
        <SharedScores scores={profile.scores} />
        <SharedAnswers answers={profile.answers} />
        <SharedCertificate certificate={profile.certificate} />
      </div>
      <aside className={styles.side} aria-label="What you can do">
        <SharedContact name={profile.name} email={profile.email} />
        {actions}
      </aside>
    </article>
  );
}

/** Withdrawn, hidden from this organisation, or never there: it is not for us to say which. */
const Gone = ({ from }: { from: TalentPlace }) => (
  <>
    <PageHeading title="No longer available" above={<Link to="/talent" search={from}>Search</Link>}>This profile is no longer available</PageHeading>
    <div className={styles.gone} role="status">
      <p>The person may have stopped being found, or chosen not to be seen by your organisation. There is nothing to see here any more.</p>
      <p>If you wrote down anything about them, delete it unless they allowed you to keep it.</p>
    </div>
  </>
);

const ProfileSkeleton = () => (
  <div aria-busy="true">
    <span className="visually-hidden" role="status">Opening the profile</span>
    <Skeleton height={38} width="40%" mb={16} /><Skeleton height={22} width="70%" mb={40} />
    <div className={styles.profile}><Skeleton height={320} /><Skeleton height={140} /></div>
  </div>
);
