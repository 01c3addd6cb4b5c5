import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { type ConsentState } from '../api/generated/index.js';
import { daysUntil, showMoment } from '../lib/format.js';
import { useNow } from '../lib/use-now.js';
import { Failure } from '../ui/failure.js';
import { LinesSkeleton } from '../ui/lines-skeleton.js';
import { Notice as Remark } from '../ui/notice.js';
import { type Notice, type Purpose } from './consent-api.js';
import { ConsentControl } from './consent-control.js';
import styles from './consent-switch.module.css';
import { PolicyDialog } from './policy-dialog.js';
import { type GiveBy, useConsent } from './use-consent.js';

interface Props {
  purpose: Purpose;
  /** Whom it is for, where a purpose has more than one. */
  scope?: string;
  /** What is shared when it is switched on, besides the least there must be. */
  fields?: readonly string[];
  /** It can be taken back all the same. */
  disabled?: boolean;
  onChanged?: () => void;
  /** Until when it lasts at most, as a sentence, where what it is for ends by itself. */
  ends?: string;
  /** Where switching it on answers somebody who asked. */
  giveBy?: GiveBy;
  /** Between the text and the switch: what it depends on here. */
  children?: ReactNode;
}

const RENEWED_FROM = 30;

/** The one place where something is allowed and taken back: the same switch, one press either way, here and at the end of the notice. */
export function ConsentSwitch({ purpose, scope = '', fields = [], disabled = false, onChanged, ends, giveBy, children }: Props) {
  const { notice, state, operator, readError, readAgain, busy, error, give, withdraw } = useConsent(purpose, scope, onChanged, giveBy);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (readError && (!notice || !state)) return <Failure title="Your choice could not be read." error={readError} again={readAgain} />;
  if (!notice || !state) return <div aria-busy="true"><LinesSkeleton lines={4} /></div>;
  const control = { notice, state, busy, disabled, onPress: () => (state.live ? withdraw() : give(fields)) };
  return (
    <section className={styles.consent} aria-labelledby={`${id}-title`} data-live={state.live}>
      <h3 id={`${id}-title`} className={styles.title}>{notice.title}</h3>
      <p id={`${id}-text`}>{notice.body}</p>
      <p className={styles.facts}>
        {ends ?? (notice.lasts === null ? 'Lasts until you take it back.' : `Lasts ${notice.lasts}.`)} Version {notice.version} of this text.{' '}
        <button type="button" className={styles.link} onClick={() => setOpen(true)}>Read the notice<span className="visually-hidden">: {notice.title}</span></button>
      </p>
      {!state.live && <Ended ended={state.ended} />}
      {children}
      <ConsentControl {...control} describedBy={`${id}-text`} />
      {state.live && <Renewal expiresAt={state.expiresAt} lasts={notice.lasts} busy={busy} onRenew={() => give(state.fields)} />}
      {error !== null && <Failure error={error} />}
      {operator && (
        <PolicyDialog
          // Another text is to be read anew.
          key={notice.hash} operator={operator} shared={state.live ? state.fields : [...notice.atLeast, ...fields]} control={control} error={error} open={isOpen} onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

/** Why it is off although it was on. */
export function Ended({ ended }: { ended: ConsentState['ended'] }) {
  if (ended?.because === 'invalidated') {
    return <Remark kind="warning" title="This notice has changed">What you allowed before ended with the old text. Read the new one and decide again; until you do, nothing is allowed.</Remark>;
  }
  if (ended?.because === 'expired') return <Remark kind="info">What you allowed ran out on {showMoment(ended.at)}. Switch it on to allow it again.</Remark>;
  return null;
}

function Renewal({ expiresAt, lasts, busy, onRenew }: { expiresAt: string | null; lasts: Notice['lasts']; busy: boolean; onRenew: () => void }) {
  const now = useNow();
  if (expiresAt === null || daysUntil(expiresAt, now) > RENEWED_FROM) return null;
  return (
    <Remark kind="warning" action={<Button variant="default" loading={busy} onClick={onRenew}>Allow it for another {lasts}</Button>}>
      This ends in {daysUntil(expiresAt, now)} days, on {showMoment(expiresAt)}, and with it what it shows.
    </Remark>
  );
}
