import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type VisibilityPreview } from '../../api/visibility-queries.js';
import { Stopped } from '../../features/privacy-centre/stopped.js';
import { SharedCertificate } from '../../features/talent/certified.js';
import { ProfileFacts } from '../../features/talent/profile-facts.js';
import { SharedAnswers } from '../../features/talent/shared-answers.js';
import { SharedContact } from '../../features/talent/shared-contact.js';
import { SharedScores } from '../../features/talent/shared-scores.js';
import { VisibilityDesk } from '../../features/visibility/visibility-desk.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

export const VisibilityPage = () => (
  <>
    <PageHeading title="Visibility" lead="You are hidden unless you decide otherwise. Here you choose who can find you, what they see, and until when.">
      Who can see you
    </PageHeading>
    <Stopped purpose="discovery" to={<Link to={paths.privacy} hash="object">Lift it in the privacy centre</Link>} />
    <VisibilityDesk toProfile={<ButtonLink to={paths.candidateProfile} variant="default">Write your profile</ButtonLink>} sheet={(shown) => <Sheet shown={shown} />} />
    <p className={styles.next}><Link to={paths.seen}>Who saw your profile</Link> · <Link to={paths.consents}>What you allowed, with receipts</Link></p>
  </>
);

/** The parts recruiters read, in their order. */
function Sheet({ shown }: { shown: VisibilityPreview }) {
  const [listedAt] = useState(() => new Date().toISOString());
  const profile = { ...shown, talentId: '', client: null, listedAt };
  return (
    <>
      <ProfileFacts profile={profile} />
      <SharedScores scores={shown.scores} />
      <SharedAnswers answers={shown.answers} />
      <SharedCertificate certificate={shown.certificate} />
      <SharedContact name={shown.name} email={shown.email} />
    </>
  );
}
