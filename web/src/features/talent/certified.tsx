import { IconCertificate } from '@tabler/icons-react';
import { type TalentProfile } from '../../api/talent-queries.js';
import { showDay } from '../../lib/format.js';
import card from './card.module.css';
import styles from './profile.module.css';

type Certificate = NonNullable<TalentProfile['certificate']>;

/** One line of a card. */
export const Certified = ({ certificate: { validUntil } }: { certificate: Certificate }) => (
  <p className={card.certified}><IconCertificate size={18} stroke={1.5} aria-hidden /> Certificate valid until {showDay(validUntil)}</p>
);

/** What for, with which score, and until when. Its page bears a name, so that it is linked only where the name is shared. */
export function SharedCertificate({ certificate }: { certificate: Certificate | null }) {
  if (certificate === null) return null;
  const { role, score, validUntil, path } = certificate;
  return (
    <section aria-labelledby="certificate" className={styles.part}>
      <h2 id="certificate">Certificate</h2>
      <p>{role}, {score} of 10, valid until {showDay(validUntil)}.</p>
      <p className={card.soft}>{path === null ? 'Its page bears the name of this person, who does not share it.' : <a href={path}>The certificate, and how to check it</a>}</p>
    </section>
  );
}
