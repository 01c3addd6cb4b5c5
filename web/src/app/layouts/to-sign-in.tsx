import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../paths.js';

/** In place of a page whose sign-in has ended: leads to the sign-in, once, and back here afterwards. Whoever is on the way to another page arrives there first, as after deleting the account. */
export function ToSignIn() {
  const router = useRouter();
  const navigate = useNavigate();
  const isUnderWay = useRouterState({ select: ({ status }) => status === 'pending' });
  useEffect(() => {
    if (!isUnderWay) void navigate({ to: paths.signIn, search: { next: router.state.location.href }, replace: true });
  }, [isUnderWay, navigate, router]);
  return null;
}
