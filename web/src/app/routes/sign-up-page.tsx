import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { SignUpForm } from '../../features/account/sign-up-form.js';
import { rememberNext, safePath } from '../../lib/next-path.js';
import { paths } from '../paths.js';

const route = getRouteApi('/public/sign-up');

export function SignUpPage() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const onDone = (email: string): void => {
    rememberNext(safePath(next, window.location.origin));
    void navigate({ to: paths.checkYourMail, state: { email } });
  };
  return (
    <>
      <SignUpForm onDone={onDone} next={next} />
      <p>Do you have an account? <Link to={paths.signIn} search={next === undefined ? {} : { next }}>Sign in instead</Link></p>
    </>
  );
}
