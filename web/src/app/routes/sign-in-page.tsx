import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { MagicLinkForm } from '../../features/account/magic-link-form.js';
import { ProviderWays } from '../../features/account/provider-ways.js';
import { SignInByProvider } from '../../features/account/sign-in-by-provider.js';
import { SignInForm } from '../../features/account/sign-in-form.js';
import { useSignInWays } from '../../features/account/use-sign-in-ways.js';
import { rememberNext, safePath } from '../../lib/next-path.js';
import { paths } from '../paths.js';
import { useArrival } from './use-arrival.js';

const route = getRouteApi('/public/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  return (
    <>
      <FirstWay />
      <p>New here? <Link to={paths.signUp} search={next === undefined ? {} : { next }}>Make an account</Link></p>
    </>
  );
}

/** The first that there is of: a password, a mailed link, another place. The others stand below it. */
function FirstWay() {
  const { next, problem } = route.useSearch();
  const { state } = useLocation();
  const navigate = useNavigate();
  const onDone = useArrival(next);
  const { password, link } = useSignInWays();
  const news = { confirmed: state.confirmed === true, passwordSet: state.passwordSet === true, problem };
  if (password) return <SignInForm onDone={onDone} next={next} news={news} />;
  if (!link) return <SignInByProvider heading="Sign in" next={next} news={news} />;
  const onMailed = (email: string): void => {
    rememberNext(safePath(next, window.location.origin));
    void navigate({ to: paths.signInByCode, state: { email } });
  };
  return (
    <>
      <MagicLinkForm email="" onDone={onMailed} news={news} />
      <ProviderWays next={next}>Or let another place say who you are:</ProviderWays>
    </>
  );
}
