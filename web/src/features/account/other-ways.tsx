import { IconMail } from '@tabler/icons-react';
import { ButtonLink } from '../../ui/button-link.js';
import styles from './account-form.module.css';
import { ProviderButtons } from './provider-buttons.js';
import { useSignInWays } from './use-sign-in-ways.js';

interface Props {
  /** What was typed so far: it comes along in the history of the tab and stands in no address. */
  email: string;
  staySignedIn: boolean;
  next: string | undefined;
}

/** Signing in without a password. Nothing when there is no such way. */
export function OtherWays({ email, staySignedIn, next }: Props) {
  const { link, providers } = useSignInWays();
  if (!link && !providers) return null;
  return (
    <div className={styles.ways}>
      <p className={styles.hint}>Or without a password:</p>
      {link && (
        <ButtonLink to="/sign-in/mail" search={next === undefined ? {} : { next }} state={{ email }} variant="default" leftSection={<IconMail size={20} stroke={1.5} aria-hidden />}>
          Mail me a link instead
        </ButtonLink>
      )}
      <ProviderButtons next={next} staySignedIn={staySignedIn} />
    </div>
  );
}
