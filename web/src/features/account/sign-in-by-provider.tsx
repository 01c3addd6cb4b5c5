import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { ProviderButtons } from './provider-buttons.js';
import { type SignInNews, SignInNotices } from './sign-in-notices.js';

const LEAD = 'Another place says who you are. It tells us your name, your e-mail address, and where your picture is, which we fetch only if you ask for it. Whoever is new here is asked for their age before anything is stored.';

interface Props {
  /** What people came for. */
  heading: 'Sign in' | 'Make an account';
  news?: SignInNews;
  next: string | undefined;
}

/** Signing in and signing up where another place says who everybody is: there, both are one. */
export const SignInByProvider = ({ heading, news, next }: Props) => (
  <>
    <PageHeading title={heading} lead={LEAD}>{heading}</PageHeading>
    {news && <SignInNotices news={news} />}
    <div className={styles.ways}><ProviderButtons next={next} staySignedIn={false} /></div>
  </>
);
