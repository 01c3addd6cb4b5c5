import { Button, Modal } from '@mantine/core';
import { type ReactNode } from 'react';
import styles from './confirm-dialog.module.css';
import { Failure } from './failure.js';
import './mantine-forms.css';

interface Props {
  open: boolean;
  title: string;
  children: ReactNode;
  /** A verb and its thing: "Delete this interview". */
  verb: string;
  destroys?: boolean;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before something that cannot be taken back. */
export function ConfirmDialog({ open, title, children, verb, destroys = false, busy, error, onConfirm, onClose }: Props) {
  return (
    <Modal.Root opened={open} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content className={styles.content} radius={6}>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <div className={styles.body}>{children}</div>
        {error !== null && error !== undefined && <Failure error={error} />}
        <div className={styles.actions}>
          <Button {...(destroys ? { color: 'red' } : {})} loading={busy} onClick={onConfirm}>{verb}</Button>
          <Button variant="default" onClick={onClose}>Cancel</Button>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
