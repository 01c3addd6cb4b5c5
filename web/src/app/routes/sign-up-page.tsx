import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { SignInByProvider } from '../../features/account/sign-in-by-provider.js';
import { SignUpForm } from '../../features/account/sign-up-form.js';
import { useSignInWays } from '../../features/account/use-sign-in-ways.js';
import { rememberNext, safePath } from '../../lib/next-path.js';
import { paths } from '../paths.js';

const route = getRouteApi('/public/sign-up');

export function SignUpPage() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const { password, link } = useSignInWays();
  const onDone = (email: string): void => {
    rememberNext(safePath(next, window.location.origin));
    // Without a password, the mail that proves the address signs in as well.
    void navigate({ to: password ? paths.checkYourMail : paths.signInByCode, state: { email } });
  };
  return (
    <>
      {password || link ? <SignUpForm onDone={onDone} next={next} /> : <SignInByProvider heading="Make an account" next={next} />}
      <p>Do you have an account? <Link to={paths.signIn} search={next === undefined ? {} : { next }}>Sign in instead</Link></p>
    </>
  );
}
