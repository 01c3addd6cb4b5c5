import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { JoinOrganisation } from '../../features/organisation/join-organisation.js';
import { forgetInThisTab, keepForThisTab, readFromThisTab } from '../../lib/tab-storage.js';
import { paths } from '../paths.js';
import { tokenIn } from './token-in.js';

const KEY = 'colleague-invitation';

/** The token survives the way over sign-up and sign-in in the storage of this tab, and goes once it is used. */
export function JoinOrganisationPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => tokenIn(hash) ?? readFromThisTab(KEY));
  useEffect(() => {
    if (token !== null) keepForThisTab(KEY, token);
  }, [token]);
  const onJoined = (): void => {
    forgetInThisTab(KEY);
    void navigate({ to: paths.organisation });
  };
  return <JoinOrganisation token={token} onJoined={onJoined} />;
}
