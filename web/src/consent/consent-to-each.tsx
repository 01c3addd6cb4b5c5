import { type ReactNode, useId, useState } from 'react';
import { Failure } from '../ui/failure.js';
import { LinesSkeleton } from '../ui/lines-skeleton.js';
import { type Purpose } from './consent-api.js';
import { ConsentControl } from './consent-control.js';
import { Ended } from './consent-switch.js';
import styles from './consent-switch.module.css';
import { PolicyDialog } from './policy-dialog.js';
import { useConsent } from './use-consent.js';

/** Somebody to whom a purpose may be allowed. */
export interface Recipient {
  readonly scope: string;
  readonly name: string;
  /** What they would do here. */
  readonly does: ReactNode;
}

interface Props {
  purpose: Purpose;
  recipients: readonly Recipient[];
  /** What is so without any of them. */
  children?: ReactNode;
  onChanged?: () => void;
}

/** One notice, and a switch for each of those it is about: what is allowed to one is not allowed to another. */
export function ConsentToEach({ purpose, recipients, children, onChanged }: Props) {
  const { notice, readError, readAgain } = useConsent(purpose, recipients[0]?.scope);
  const id = useId();
  if (readError && !notice) return <Failure title="Your choices could not be read." error={readError} again={readAgain} />;
  if (!notice) return <div aria-busy="true"><LinesSkeleton lines={6} /></div>;
  return (
    <section className={styles.consent} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>{notice.title}</h2>
      <p id={`${id}-text`}>{notice.body}</p>
      <p className={styles.facts}>{notice.lasts === null ? 'Lasts until you take it back.' : `Lasts ${notice.lasts}.`} Version {notice.version} of this text.</p>
      {children}
      <ul className={styles.each}>
        {recipients.map((recipient) => <li key={recipient.scope}><One purpose={purpose} recipient={recipient} textId={`${id}-text`} onChanged={onChanged} /></li>)}
      </ul>
    </section>
  );
}

function One({ purpose, recipient: { scope, name, does }, textId, onChanged }: { purpose: Purpose; recipient: Recipient; textId: string; onChanged: (() => void) | undefined }) {
  const { notice, state, operator, busy, error, give, withdraw } = useConsent(purpose, scope, onChanged);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (!notice || !state) return null;
  const control = { notice, state, busy, disabled: false, of: name, onPress: () => (state.live ? withdraw() : give()) };
  return (
    <div className={styles.one} data-live={state.live} role="group" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{name}</h3>
      <p id={`${id}-does`} className={styles.facts}>
        {does}{' '}
        <button type="button" className={styles.link} onClick={() => setOpen(true)}>Read the notice<span className="visually-hidden">: {notice.title}, {name}</span></button>
      </p>
      {!state.live && <Ended ended={state.ended} />}
      <ConsentControl {...control} describedBy={`${textId} ${id}-does`} />
      {error !== null && <Failure error={error} />}
      {operator && <PolicyDialog key={notice.hash} operator={operator} shared={[]} control={control} error={error} open={isOpen} onClose={() => setOpen(false)} />}
    </div>
  );
}
