import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries.js';
import { AccountFacts } from '../../features/account/account-facts.js';
import { ResumeSection } from '../../features/profile/resume-section.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './sections.module.css';

export function SettingsPage() {
  const { data: session } = useQuery(sessionQuery);
  return (
    <>
      <PageHeading title="Settings">Settings</PageHeading>
      <div className={styles.narrow}>
        {session?.account && <AccountFacts account={session.account} />}
        <ResumeSection />
      </div>
    </>
  );
}
