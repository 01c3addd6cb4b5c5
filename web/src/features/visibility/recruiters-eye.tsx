import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { previewQuery, type VisibilityPreview } from '../../api/visibility-queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { type SharedField } from './fields.js';
import styles from './visibility.module.css';

interface Props {
  shared: readonly SharedField[];
  isLive: boolean;
  /** The sheet recruiters read. */
  sheet: (shown: VisibilityPreview) => ReactNode;
}

/** One's own profile through a recruiter's eyes, with the choices as they stand above. */
export function RecruitersEye({ shared, isLive, sheet }: Props) {
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...previewQuery(shared), enabled: open });
  return (
    <section className={styles.part} aria-labelledby="as-a-recruiter">
      <h2 id="as-a-recruiter">Through a recruiter’s eyes</h2>
      <p className={styles.soft}>{isLive ? 'This is what recruiters see at this moment, word for word.' : 'This is what recruiters would see, word for word, if you turned on the switch now. Looking at it shows nothing to anybody.'}</p>
      <div>
        <Button variant="default" aria-expanded={open} leftSection={open ? <IconEyeOff size={18} stroke={1.5} aria-hidden /> : <IconEye size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen(!open)}>
          {open ? 'Close it' : 'See what a recruiter sees'}
        </Button>
      </div>
      {open && (
        <div className={styles.sheet}>
          <Loaded query={query} failed="There is nothing to see yet." skeleton={<LinesSkeleton lines={8} />}>
            {(shown) => (
              <>
                <p className={styles.alias}>{shown.alias}</p>
                {shown.headline !== null && <p className={styles.headline}>{shown.headline}</p>}
                {sheet(shown)}
              </>
            )}
          </Loaded>
        </div>
      )}
    </section>
  );
}
