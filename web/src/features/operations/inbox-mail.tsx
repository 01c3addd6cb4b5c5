import { useQuery } from '@tanstack/react-query';
import { isAbsent } from '../../api/problem.js';
import { mailQuery } from '../../api/queries.js';
import { type InboxMail as Mail } from '../../api/schema.js';
import { showMoment } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './operations.module.css';

export function InboxMail({ id }: { id: string }) {
  const mail = useQuery(mailQuery(id));
  if (isAbsent(mail.error)) return <PageHeading title="No such mail" lead="It was deleted, or the address is not whole.">This mail is not here</PageHeading>;
  return (
    <Loaded query={mail} failed="The mail could not be read." skeleton={<LinesSkeleton lines={6} />}>
      {(found) => <Letter mail={found} />}
    </Loaded>
  );
}

function Letter({ mail }: { mail: Mail }) {
  const links = mail.links.filter((link) => isOurs(link, window.location.origin));
  return (
    <article>
      <PageHeading title={mail.subject} lead={`To ${mail.to}, ${showMoment(mail.receivedAt)}`}>{mail.subject}</PageHeading>
      <p className={styles.letter}>{mail.text}</p>
      {links.length > 0 && (
        <section aria-labelledby="links" className={styles.part}>
          <h2 id="links">Links in this mail</h2>
          <ul className={styles.links}>{links.map((link) => <li key={link}><a href={link}>{link}</a></li>)}</ul>
        </section>
      )}
    </article>
  );
}

/** Only links that lead back here are made clickable; all others stay text. */
const isOurs = (link: string, origin: string): boolean => URL.canParse(link, origin) && new URL(link, origin).origin === origin;
