import { useSignInWays } from '../../features/account/use-sign-in-ways.js';
import { paths } from '../paths.js';

/** The pages of the settings, in the order they are shown. */
const settingsPages = [
  { to: paths.profile, title: 'Name and e-mail', says: 'What you are called, and where mails reach you' },
  { to: paths.resume, title: 'Resume', says: 'What was read from it, and nothing else of it' },
  { to: paths.candidateProfile, title: 'Profile for employers', says: 'What you say of yourself, and who may see it' },
  { to: paths.mailPreferences, title: 'Mails', says: 'What comes by mail, and what does not' },
  { to: paths.billing, title: 'Plan and payments', says: 'What you have left, what you bought, and every invoice' },
  { to: paths.signIns, title: 'Sign-ins', says: 'Where you are signed in, and the end of it' },
  { to: paths.password, title: 'Password', says: 'Change it, or set one' },
  { to: paths.secondFactor, title: 'Second factor', says: 'A code from your phone as well, when you sign in' },
  { to: paths.apiAccess, title: 'API access', says: 'A short-lived token for your own programs' },
  { to: paths.consents, title: 'What you allow', says: 'Every consent with its switch and its receipts' },
  { to: paths.privacy, title: 'Privacy centre', says: 'What is held of you, who saw it, and a copy of it' },
  { to: paths.account, title: 'Account', says: 'Delete your account' },
] as const;

/** Without that of the password where nobody has one. */
export function useSettingsPages() {
  const { password } = useSignInWays();
  return settingsPages.filter(({ to }) => password || to !== paths.password);
}
