import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconPlugConnectedX } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import styles from './notice.module.css';

const kinds = {
  info: { icon: IconInfoCircle, role: undefined },
  done: { icon: IconCircleCheck, role: 'status' },
  warning: { icon: IconAlertTriangle, role: 'status' },
  failure: { icon: IconPlugConnectedX, role: 'alert' },
} as const;

/** A sentence that needs attention, with its own mark: never colour alone. */
export function Notice({ kind, title, children, action }: { kind: keyof typeof kinds; title?: string; children: ReactNode; action?: ReactNode }) {
  const { icon: Icon, role } = kinds[kind];
  return (
    <div className={styles.notice} data-kind={kind} role={role}>
      <Icon size={22} stroke={1.5} aria-hidden />
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        <div>{children}</div>
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
