import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { CopyText } from '../../ui/copy-text.js';
import factorStyles from './second-factor.module.css';
import styles from './settings.module.css';

/** The recovery codes, shown this once. */
export function RecoveryCodeList({ codes, email, onKept }: { codes: readonly string[]; email: string; onKept: () => void }) {
  return (
    <section aria-labelledby="recovery-codes" className={styles.section}>
      <h2 id="recovery-codes">Your recovery codes</h2>
      <p role="status">Your second factor is on. These codes sign you in without your phone, each of them once. We show them only now: keep them where you keep your passports.</p>
      <p>Viva Voce, {email}</p>
      <ul className={factorStyles.codes}>
        {codes.map((code) => <li key={code}>{code}</li>)}
      </ul>
      <div className={styles.buttons}>
        <CopyText text={codes.join('\n')} what="the codes" />
        <Button variant="default" leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />} onClick={() => window.print()}>Print</Button>
      </div>
      <Button onClick={onKept}>I have kept them</Button>
    </section>
  );
}
