import { IconWifiOff } from '@tabler/icons-react';
import { useOnline } from '../../lib/use-online.js';
import styles from './layouts.module.css';

/** The live region stands there from the start, so that its change is spoken. */
export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={styles.offline}>
          <IconWifiOff size={20} stroke={1.5} aria-hidden />
          You are offline. What you type is kept in this tab and saved once you are back.
        </p>
      )}
    </div>
  );
}
