import { type ReactNode } from 'react';
import styles from './consents.module.css';

/** A purpose that is off and is allowed on a page of its own. */
export function DecidedElsewhere({ title, children }: { title: string; children: ReactNode }) {
  return <section className={styles.elsewhere}><h3>{title}</h3>{children}</section>;
}
