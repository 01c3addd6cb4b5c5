/** The pages that have a switch; ids in them are any. */
const PAGES = [
  '/', '/assessment', '/assessment/:id', '/certificates', '/certificates/:id', '/consents', '/do-not-sell', '/interviews/:id', '/interviews/:id/certificate', '/interviews/:id/report', '/invited/:id', '/notes', '/practice', '/practice/new',
  '/practice/try', '/privacy', '/profile', '/requests', '/settings', '/settings/account', '/settings/mails', '/settings/profile', '/settings/resume', '/unsubscribe', '/visibility', '/visibility/seen',
];
const ID = /\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/|$)/g;

/** Whether an act may say it was done there: on a page of ours, or `api`. The ledger keeps it for years, so it takes no other words. */
export function isPlace(text: string): boolean {
  return text === 'api' || PAGES.includes(text.replace(/(?<=.)\/$/, '').replace(ID, '/:id'));
}
