import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { MagicLinkForm } from '../../features/account/magic-link-form.js';
import { useSignInWays } from '../../features/account/use-sign-in-ways.js';
import { rememberNext, safePath } from '../../lib/next-path.js';
import { paths } from '../paths.js';

const route = getRouteApi('/public/sign-in/mail');

export function SignInByMailPage() {
  const { next } = route.useSearch();
  const { state } = useLocation();
  const navigate = useNavigate();
  const { password } = useSignInWays();
  const onDone = (email: string): void => {
    rememberNext(safePath(next, window.location.origin));
    void navigate({ to: paths.signInByCode, state: { email } });
  };
  return (
    <>
      <MagicLinkForm email={state.email ?? ''} onDone={onDone} />
      {password && <p><Link to={paths.signIn} search={next === undefined ? {} : { next }}>Use your password instead</Link></p>}
    </>
  );
}
