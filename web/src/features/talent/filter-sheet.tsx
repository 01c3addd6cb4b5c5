import { Button, Modal } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import '../../ui/mantine-forms.css';
import styles from './search.module.css';

/** The filters on a narrow screen: over the results, and away again. */
export function FilterSheet({ active, found, children }: { active: number; found: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.sheetButton}>
      <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen(true)}>
        {active === 0 ? 'Filters' : `Filters (${active})`}
      </Button>
      <Modal.Root opened={open} onClose={() => setOpen(false)} fullScreen>
        <Modal.Content>
          <div className={styles.sheet}>
            <div className={styles.sheetHead}>
              <Modal.Title className={styles.sheetTitle}>Filters</Modal.Title>
              <Modal.CloseButton aria-label="Close" />
            </div>
            <div className={styles.sheetBody}>{children}</div>
            <div className={styles.sheetFoot}><Button fullWidth onClick={() => setOpen(false)}>Show {found}</Button></div>
          </div>
        </Modal.Content>
      </Modal.Root>
    </div>
  );
}
