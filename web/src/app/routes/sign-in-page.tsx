import { getRouteApi, Link, useLocation, useRouter } from '@tanstack/react-router';
import { SignInForm } from '../../features/account/sign-in-form.js';
import { safePath, takeNext } from '../../lib/next-path.js';
import { paths } from '../paths.js';

const route = getRouteApi('/public/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  const { state } = useLocation();
  const router = useRouter();
  const onDone = (): void => {
    const { origin } = window.location;
    const remembered = takeNext(origin);
    router.history.push(safePath(next, origin) ?? remembered ?? paths.practice);
  };
  return (
    <>
      <SignInForm onDone={onDone} justConfirmed={state.confirmed === true} />
      <p>New here? <Link to={paths.signUp} search={next === undefined ? {} : { next }}>Make an account</Link></p>
    </>
  );
}
