/** Every URL of the front end. Links elsewhere are checked against these by the compiler, through the router. */
export const paths = {
  welcome: '/',
  signUp: '/sign-up',
  signIn: '/sign-in',
  checkYourMail: '/check-your-mail',
  verifyEmail: '/verify-email',
  practice: '/practice',
  setUp: '/practice/new',
  room: '/interviews/$id',
  report: '/interviews/$id/report',
  settings: '/settings',
  operatorClaim: '/operator/claim',
  operator: '/operator',
  inbox: '/inbox',
  inboxMail: '/inbox/$id',
  retention: '/legal/retention',
} as const;
