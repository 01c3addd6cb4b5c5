/** The pages of the front end by their patterns; a test holds them against its own list. Nothing else can be counted as a page. */
export const pages = [
  '/', '/sign-up', '/sign-in', '/sign-in/mail', '/sign-in/code', '/sign-in/link', '/second-factor', '/sign-up/finish', '/forgotten-password', '/reset-password',
  '/confirm-email-change', '/account-deleted', '/check-your-mail', '/verify-email', '/practice', '/practice/new', '/practice/try', '/interviews/$id',
  '/interviews/$id/report', '/interviews/$id/certificate', '/certificates', '/certificates/$id', '/assessment', '/assessment/$id', '/profile', '/visibility',
  '/visibility/seen', '/settings', '/settings/profile', '/settings/resume', '/settings/sign-ins', '/settings/password', '/settings/second-factor',
  '/settings/api-access', '/settings/account', '/organisation', '/organisation/new', '/join', '/talent', '/talent/$talentId', '/shortlists', '/shortlists/$id',
  '/contact-requests', '/saved-searches', '/templates', '/templates/$id', '/interviews/preview/$id', '/ai-notice/$versionId', '/requests', '/interview', '/invited',
  '/invited/$id', '/templates/$id/invitations', '/templates/$id/invitations/new', '/templates/$id/compare', '/invitations/$id', '/templates/$id/fairness', '/hiring',
  '/hiring/deletions', '/shared', '/copies-deleted', '/privacy/confirm-request', '/consents', '/notes', '/settings/mails', '/unsubscribe', '/operator/claim', '/operator', '/operator/work',
  '/operator/mails', '/operator/news', '/operator/people', '/operator/people/$id', '/operator/organisations', '/operator/requests', '/operator/disclosures', '/operator/holds', '/operator/minors', '/operator/incidents', '/operator/incidents/$id', '/operator/audit', '/operator/retention',
  '/operator/reviews', '/operator/reviews/$id', '/operator/evaluators', '/operator/certificates', '/inbox', '/inbox/$id', '/pricing', '/settings/billing',
  '/billing/return/$id', '/hiring/billing', '/pay/built-in/$reference', '/operator/payments', '/operator/usage', '/verify', '/about/scoring', '/legal/retention',
  '/legal/privacy', '/legal/cookies', '/legal/processors', '/legal/contact', '/legal/$notice/versions', '/legal/report-a-minor', '/do-not-sell', '/privacy', '/privacy/export', '/privacy/requests', '/about/promises',
] as const;

export type Page = (typeof pages)[number];
