import { Button, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Purposes } from '../api/generated/index.js';
import '../ui/mantine-forms.css';
import { type Notice } from './consent-api.js';
import { sayFields } from './field-words.js';
import styles from './policy-dialog.module.css';

interface Props {
  notice: Notice;
  operator: Purposes['operator'];
  open: boolean;
  onClose: () => void;
}

/** A notice in full. The way out stands at its end, so that it has been before one's eyes, or one's ears, by then. */
export function PolicyDialog({ notice, operator, open, onClose }: Props) {
  const [isRead, setRead] = useState(false);
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
          <p id="how-to-close" className={styles.hint} role="status">{isRead ? 'You have reached the end.' : 'Read to the end: the button that closes this is there.'}</p>
        </div>
        <div className={styles.text} tabIndex={0} role="region" aria-label={`Notice: ${notice.title}`} aria-describedby="how-to-close">
          <Text notice={notice} operator={operator} />
          <End onReached={() => setRead(true)}><Button aria-disabled={!isRead} onClick={isRead ? close : undefined}>I have read this</Button></End>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Text({ notice, operator }: Pick<Props, 'notice' | 'operator'>) {
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

/** Told once, as soon as the end of the text is in sight: by the wheel, by keys, by a screen reader, or because it is short. */
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
  return <div ref={end} className={styles.end}>{children}</div>;
}
