import { useNavigate, useRouter } from '@tanstack/react-router';
import { type Session } from '../../api/schema.js';
import { rememberNext, safePath, takeNext } from '../../lib/next-path.js';
import { readFromThisTab } from '../../lib/tab-storage.js';
import { paths } from '../paths.js';

/** Whoever came by an invitation goes on with it, wherever they pressed "Sign in". */
function homeOf({ account }: Session): string {
  if (readFromThisTab('interview-invitation') !== null) return paths.invitationLink;
  return account?.roles.includes('recruiter') ? paths.talent : paths.practice;
}

/** Where a sign-in leads: to the second step when one is missing, else back to `next`, remembered across pages if need be. */
export function useArrival(next?: string): (session: Session) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return (session) => {
    const { origin } = window.location;
    if (session.awaits === 'second_factor') {
      rememberNext(safePath(next, origin));
      void navigate({ to: paths.secondStep });
      return;
    }
    const remembered = takeNext(origin);
    router.history.push(safePath(next, origin) ?? remembered ?? homeOf(session));
  };
}
