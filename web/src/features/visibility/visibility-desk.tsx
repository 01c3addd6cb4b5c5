import { type ReactNode } from 'react';
import { type VisibilityPreview } from '../../api/visibility-queries.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { BlockedEmployers } from './blocked-employers.js';
import { PublicEye } from './public-eye.js';
import { RecruitersEye } from './recruiters-eye.js';
import { SharedFields } from './shared-fields.js';
import { useVisibility } from './use-visibility.js';
import styles from './visibility.module.css';

interface Props {
  /** The way to the profile. */
  toProfile: ReactNode;
  /** The sheet recruiters read. */
  sheet: (shown: VisibilityPreview) => ReactNode;
}

/** Whether recruiters can find one, what they see then, who never does, and how it looks. */
export function VisibilityDesk({ toProfile, sheet }: Props) {
  const visibility = useVisibility();
  const { shared, all, hindrance: { data: hindrance, isError, error, refetch }, state, refresh } = visibility;
  return (
    <div className={styles.desk}>
      <section className={styles.part} aria-label="Whether recruiters can find you">
        {hindrance && <Notice kind="info" title="Not yet" action={hindrance.code === 'recruiters.profile_too_thin' ? toProfile : undefined}>{hindrance.says}</Notice>}
        {(isError || all.isError) && <Failure title="What you could share could not be read." error={error ?? all.error} again={() => void (isError ? refetch() : all.refetch())} />}
        <ConsentSwitch purpose="discovery" fields={shared} disabled={all.data === undefined} onChanged={refresh}>
          {!hindrance && <SharedFields visibility={visibility} />}
        </ConsentSwitch>
      </section>
      <BlockedEmployers />
      {!hindrance && <RecruitersEye shared={shared} isLive={state?.live ?? false} sheet={sheet} />}
      <PublicEye />
    </div>
  );
}
