import { type ReactNode } from 'react';
import styles from './account-form.module.css';
import { ProviderButtons } from './provider-buttons.js';
import { useSignInWays } from './use-sign-in-ways.js';

/** The outside places below a form, with a sentence before them. Nothing when there are none. */
export function ProviderWays({ next, children }: { next: string | undefined; children: ReactNode }) {
  if (!useSignInWays().providers) return null;
  return (
    <div className={styles.ways}>
      <p className={styles.hint}>{children}</p>
      <ProviderButtons next={next} staySignedIn={false} />
    </div>
  );
}
