import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Arrival } from '../../features/invited/arrival.js';
import { forgetInThisTab, keepForThisTab, readFromThisTab } from '../../lib/tab-storage.js';
import { paths } from '../paths.js';
import { tokenIn } from './token-in.js';

const KEY = 'interview-invitation';

/** The token survives the way over sign-up and sign-in in the storage of this tab, and goes once it is used. */
export function InvitationArrivalPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const token = tokenIn(hash) ?? readFromThisTab(KEY);
  useEffect(() => {
    if (token !== null) keepForThisTab(KEY, token);
  }, [token]);
  const onAccepted = (id: string): void => {
    forgetInThisTab(KEY);
    void navigate({ to: paths.invited, params: { id }, replace: true });
  };
  return <Arrival key={token} token={token} onAccepted={onAccepted} onRefused={() => forgetInThisTab(KEY)} />;
}
