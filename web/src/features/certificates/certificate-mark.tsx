import { IconBan, IconCalendarOff, IconCertificate, IconEyeOff, IconLoader2, IconPencil, IconPlayerPause, IconUserSearch } from '@tabler/icons-react';
import { type CertificateLine } from '../../api/certificate-queries.js';
import styles from './certificates.module.css';

const marks = {
  draft: { icon: IconPencil, says: 'Offered' },
  in_check: { icon: IconUserSearch, says: 'A person looks at it' },
  refused: { icon: IconBan, says: 'Not issued' },
  issuing: { icon: IconLoader2, says: 'Being made' },
  valid: { icon: IconCertificate, says: 'Valid' },
  hidden: { icon: IconEyeOff, says: 'Not public' },
  suspended: { icon: IconPlayerPause, says: 'Suspended' },
  revoked: { icon: IconBan, says: 'Revoked' },
  expired: { icon: IconCalendarOff, says: 'Expired' },
} as const;

type Shown = Pick<CertificateLine, 'state' | 'isPublished' | 'isSuspended'>;

/** How a certificate stands for others, as a mark and a word. */
export function CertificateMark({ certificate }: { certificate: Shown }) {
  const standing = standingOf(certificate);
  const { icon: Icon, says } = marks[standing];
  return <span className={styles.mark} data-state={standing}><Icon size={18} stroke={1.5} aria-hidden />{says}</span>;
}

function standingOf({ state, isPublished, isSuspended }: Shown): keyof typeof marks {
  if (state !== 'issued') return state;
  if (isSuspended) return 'suspended';
  return isPublished ? 'valid' : 'hidden';
}
