import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { SignInForm } from '../../features/account/sign-in-form.js';
import { paths } from '../paths.js';
import { useArrival } from './use-arrival.js';

const route = getRouteApi('/public/sign-in');

export function SignInPage() {
  const { next, problem } = route.useSearch();
  const { state } = useLocation();
  const onDone = useArrival(next);
  return (
    <>
      <SignInForm onDone={onDone} next={next} news={{ confirmed: state.confirmed === true, passwordSet: state.passwordSet === true, problem }} />
      <p>New here? <Link to={paths.signUp} search={next === undefined ? {} : { next }}>Make an account</Link></p>
    </>
  );
}
