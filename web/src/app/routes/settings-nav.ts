import { paths } from '../paths.js';

/** The pages of the settings, in the order they are shown. */
export const settingsPages = [
  { to: paths.profile, title: 'Profile', says: 'Your name and your e-mail address' },
  { to: paths.resume, title: 'Resume', says: 'What was read from it, and nothing else of it' },
  { to: paths.signIns, title: 'Sign-ins', says: 'Where you are signed in, and the end of it' },
  { to: paths.password, title: 'Password', says: 'Change it, or set one' },
  { to: paths.secondFactor, title: 'Second factor', says: 'A code from your phone as well, when you sign in' },
  { to: paths.apiAccess, title: 'API access', says: 'A short-lived token for your own programs' },
  { to: paths.account, title: 'Account', says: 'Delete your account' },
] as const;
