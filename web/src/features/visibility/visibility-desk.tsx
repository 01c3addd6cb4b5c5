import { type ReactNode } from 'react';
import { isProblem } from '../../api/problem.js';
import { type VisibilityPreview } from '../../api/visibility-queries.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { BlockedEmployers } from './blocked-employers.js';
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

const TOO_THIN = 'Recruiters need something to find you by. Write a headline and name at least one skill in your profile. Until then you stay hidden.';

/** Whether recruiters can find one, what they see then, who never does, and how it looks. */
export function VisibilityDesk({ toProfile, sheet }: Props) {
  const visibility = useVisibility();
  const { shared, all, state, refresh } = visibility;
  const missing = visibility.isTooThin ? TOO_THIN : whatIsMissing(all.error);
  return (
    <div className={styles.desk}>
      <section className={styles.part} aria-label="Whether recruiters can find you">
        {missing !== null && <Notice kind="info" title="Not yet" action={toProfile}>{missing}</Notice>}
        {all.isError && missing === null && <Failure title="What you could share could not be read." error={all.error} again={() => void all.refetch()} />}
        <ConsentSwitch purpose="discovery" fields={shared} disabled={all.data === undefined} onChanged={refresh}>
          {missing === null && <SharedFields visibility={visibility} />}
        </ConsentSwitch>
      </section>
      <BlockedEmployers />
      {missing === null && <RecruitersEye shared={shared} isLive={state?.live ?? false} sheet={sheet} />}
    </div>
  );
}

/** Why nobody could be shown anything yet, in the server's words; null when nothing is missing. */
function whatIsMissing(error: Error | null): string | null {
  if (!isProblem(error)) return null;
  const { code, detail } = (error).problem;
  return ['recruiters.profile_too_thin', 'recruiters.adults_only'].includes(code) ? detail : null;
}
