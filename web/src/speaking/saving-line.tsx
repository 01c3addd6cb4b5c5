import { IconCheck, IconCircleOff, IconCloudOff } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { showClock } from '../lib/format.js';
import { type TakeSaving } from './take-upload.js';
import styles from './take.module.css';

/** Whether what is recorded is safe. The minute changes without a word; only what goes wrong, and that it goes on, is spoken. */
export function SavingLine({ saving }: { saving: TakeSaving | null }) {
  return (
    <div className={styles.saving} data-state={saving?.state ?? 'not_kept'}>
      <Quiet saving={saving} />
      <p role="status">{trouble(saving)}</p>
    </div>
  );
}

function Quiet({ saving }: { saving: TakeSaving | null }) {
  if (saving === null) return <Line icon={<IconCircleOff size={16} stroke={1.5} aria-hidden />}>Not kept: this recording is in this page only, and gone when you leave it.</Line>;
  if (saving.state === 'waiting_for_network') return <IconCloudOff size={16} stroke={1.5} aria-hidden />;
  if (saving.state === 'refused' || (saving.savedAt === null && saving.state !== 'saved')) return null;
  return <Line icon={<IconCheck size={16} stroke={1.5} aria-hidden />}>Recording saved{saving.savedAt !== null && ` ${showClock(new Date(saving.savedAt).toISOString())}`}</Line>;
}

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => <p className={styles.line}>{icon}<span>{children}</span></p>;

function trouble(saving: TakeSaving | null): string {
  if (saving?.state === 'waiting_for_network') return 'No connection. What you record is kept in this browser and goes up by itself.';
  if (saving?.state === 'refused') return 'This recording is not kept any more: it was taken back or deleted, it is too long, or there is no more room for you here. What you wrote is still there.';
  return '';
}
