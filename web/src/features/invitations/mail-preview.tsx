import { useQuery } from '@tanstack/react-query';
import { invitationMailQuery } from '../../api/invitation-queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './invitations.module.css';

/** What the first of them would find in their mail, word for word. */
export function MailPreview({ templateId, name, message }: { templateId: string; name: string | null; message: string }) {
  const query = useQuery(invitationMailQuery(templateId, { name, message }));
  return (
    <section className={styles.part} aria-labelledby="mail">
      <h2 id="mail">The mail{name === null ? '' : ` to ${name}`}</h2>
      <Loaded query={query} failed="The mail could not be shown." skeleton={<LinesSkeleton lines={8} />}>
        {({ subject, text }) => (
          <div className={styles.mail}>
            <p className={styles.subject}>{subject}</p>
            <p className={styles.body}>{text}</p>
          </div>
        )}
      </Loaded>
      <p className={styles.soft}>Everybody gets a mail of their own, with a link that works for them alone. Nobody sees who else was invited.</p>
    </section>
  );
}
