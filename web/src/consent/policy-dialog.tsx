import { Button, Modal } from '@mantine/core';
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Purposes } from '../api/generated/index.js';
import { Failure } from '../ui/failure.js';
import '../ui/mantine-forms.css';
import { type Notice } from './consent-api.js';
import { ConsentControl } from './consent-control.js';
import { sayFields } from './field-words.js';
import styles from './policy-dialog.module.css';

interface Props {
  operator: Purposes['operator'];
  /** What is shared when it is allowed, or is shared already. */
  shared: readonly string[];
  /** The switch as it stands on the page. */
  control: Omit<ComponentProps<typeof ConsentControl>, 'describedBy' | 'waits'>;
  error: Error | null;
  open: boolean;
  onClose: () => void;
}

/** A notice in full. The switch and the way out stand at its end and wait for it, so that it has been before one's eyes, or one's ears, by then. */
export function PolicyDialog({ operator, shared, control, error, open, onClose }: Props) {
  const { notice, state, disabled } = control;
  const [isRead, setRead] = useState(false);
  const decides = state.live || !disabled;
  const close = (): void => {
    setRead(false);
    onClose();
  };
  return (
    <Modal.Root opened={open} onClose={close} closeOnEscape={isRead} closeOnClickOutside={isRead} size="38rem" centered>
      <Modal.Overlay />
      <Modal.Content radius={6}>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{notice.title}</Modal.Title>
          <p id="what-waits" className={styles.hint} role="status">{hintOf(isRead, decides)}</p>
        </div>
        <div className={styles.text} tabIndex={0} data-autofocus role="region" aria-label={`Notice: ${notice.title}`} aria-describedby="what-waits">
          <Text notice={notice} operator={operator} />
          <div className={styles.end}>
            {decides && shared.length > 0 && <p>{state.live ? 'You share' : 'What you would share with this switch'}: {sayFields(shared)}.</p>}
            {decides && <ConsentControl {...control} describedBy="what-waits" waits={!isRead} />}
            {error !== null && <Failure error={error} />}
            <End onReached={() => setRead(true)}><Button variant="default" aria-disabled={!isRead} onClick={isRead ? close : undefined}>I have read this</Button></End>
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function hintOf(isRead: boolean, decides: boolean): string {
  if (isRead) return decides ? 'You have reached the end. You can use the switch now.' : 'You have reached the end.';
  return decides ? 'Read to the end: the switch is there, and the button that closes this. Both wait until you have reached them.' : 'Read to the end: the button that closes this is there.';
}

function Text({ notice, operator }: { notice: Notice; operator: Props['operator'] }) {
  const choices = notice.fields.filter((field) => !notice.atLeast.includes(field));
  return (
    <>
      <p>{notice.body}</p>
      {notice.atLeast.length > 0 && <><h3>What is always part of it</h3><p>{sayFields(notice.atLeast)}</p></>}
      {choices.length > 0 && <><h3>What you choose, one by one</h3><p>{sayFields(choices)}</p></>}
      <h3>How long</h3>
      <p>{notice.lasts === null ? 'Until you take it back.' : `For ${notice.lasts}, and not longer unless you allow it anew. We write to you 30 days before it ends.`}</p>
      <h3>How to take it back</h3>
      <p>With the switch you allow it with, at any time, in one press and without a reason. What it showed is gone at that moment. What was done before stays lawful.</p>
      <h3>What is written down</h3>
      <p>That you allowed it or took it back, when, and which text you read. You can download a signed receipt of each.</p>
      <h3>Who answers for it</h3>
      <p>{operator.name}, <a href={`mailto:${operator.privacyContact}`}>{operator.privacyContact}</a></p>
      <p className={styles.version}>Version {notice.version}, SHA-256 <code>{notice.hash}</code></p>
    </>
  );
}

/** Told once, as soon as this last thing is in sight: by the wheel, by keys, by a screen reader, or because the text is short. It is small enough for every window. */
function End({ onReached, children }: { onReached: () => void; children: ReactNode }) {
  const end = useRef<HTMLDivElement>(null);
  const reached = useRef(onReached);
  useEffect(() => {
    reached.current = onReached;
  });
  useEffect(() => {
    if (!end.current) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      reached.current();
    }, { threshold: 0.9 });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  return <div ref={end}>{children}</div>;
}
