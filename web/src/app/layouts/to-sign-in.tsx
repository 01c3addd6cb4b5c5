import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../paths.js';

/** In place of a page whose sign-in has ended: leads to the sign-in, once, and back here afterwards. */
export function ToSignIn() {
  const router = useRouter();
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: paths.signIn, search: { next: router.state.location.href }, replace: true });
  }, [navigate, router]);
  return null;
}
