import { Notice } from '../../ui/notice.js';
import styles from './account-form.module.css';

/** What happened on the way to the sign-in page. */
export interface SignInNews {
  confirmed?: boolean;
  passwordSet?: boolean;
  /** The code of what went wrong at a provider. */
  problem?: string | undefined;
}

const problems: Partial<Record<string, string>> = {
  provider_refused: 'You did not go on there, so nothing was changed here. Choose another way, or try it again.',
  provider_address_unconfirmed: 'That account has no confirmed e-mail address. Confirm it there, or sign in here in another way.',
};

export function SignInNotices({ news: { confirmed, passwordSet, problem } }: { news: SignInNews }) {
  if (problem !== undefined) {
    return (
      <div className={styles.before}>
        <Notice kind="warning" title="You are not signed in yet">{problems[problem] ?? 'The other place could not tell us who you are. Nothing was changed. Try it again, or choose another way.'}</Notice>
      </div>
    );
  }
  if (passwordSet) return <div className={styles.before}><Notice kind="done">Your new password is set, and all your sign-ins have ended. Sign in with the new one.</Notice></div>;
  return confirmed ? <div className={styles.before}><Notice kind="done">Your address is confirmed. Sign in with the password you chose. If an invitation brought you here and this is another tab, go back to the first one afterwards, or open its link once more.</Notice></div> : null;
}
