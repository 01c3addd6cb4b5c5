import { type ReactNode } from 'react';
import { useTitle } from '../lib/use-title.js';
import styles from './page-heading.module.css';

interface Props {
  children: ReactNode;
  /** What the tab says. */
  title: string;
  lead?: ReactNode;
  /** Above the heading: where this page stands. */
  above?: ReactNode;
  failed?: boolean;
}

/** The one h1 of a page. It takes the focus after a navigation, so that it is the first thing heard. */
export function PageHeading({ children, title, lead, above, failed = false }: Props) {
  useTitle(title, failed);
  return (
    <div className={styles.heading}>
      {above !== undefined && <p className={styles.above}>{above}</p>}
      <h1 tabIndex={-1}>{children}</h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
    </div>
  );
}
