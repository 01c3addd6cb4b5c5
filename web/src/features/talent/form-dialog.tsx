import { Modal } from '@mantine/core';
import { type ReactNode } from 'react';
import '../../ui/mantine-forms.css';
import styles from './saved.module.css';

/** A short form over the page it is about. */
export function FormDialog({ open, title, onClose, children }: { open: boolean; title: string; onClose: () => void; children: ReactNode }) {
  return (
    <Modal.Root opened={open} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content className={styles.dialog} radius={6}>
        <div className={styles.dialogHead}>
          <Modal.Title className={styles.dialogTitle}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
}

/** What was entered into the field `name`. */
export function nameIn(form: HTMLFormElement): string {
  const entered = new FormData(form).get('name');
  return typeof entered === 'string' ? entered : '';
}
