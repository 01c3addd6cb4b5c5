import { paths } from '../paths.js';

/** The pages of whoever runs this place, by what they are about, in the order they are shown; the first of a group is where its link leads. */
export const operatorGroups = [
  {
    title: 'Running',
    pages: [
      { to: paths.operator, title: 'Health' },
      { to: paths.operatorWork, title: 'Work' },
      { to: paths.operatorMails, title: 'Mails' },
      { to: paths.operatorNews, title: 'News' },
      { to: paths.operatorUsage, title: 'Usage' },
      { to: paths.operatorAudit, title: 'Audit log' },
    ],
  },
  {
    title: 'People',
    pages: [
      { to: paths.operatorPeople, title: 'Accounts' },
      { to: paths.operatorOrganisations, title: 'Organisations' },
      { to: paths.operatorReviews, title: 'Reviews' },
      { to: paths.operatorEvaluators, title: 'Evaluators' },
      { to: paths.operatorCertificates, title: 'Certificates' },
    ],
  },
  { title: 'Money', pages: [{ to: paths.operatorPayments, title: 'Payments' }] },
  {
    title: 'Data protection',
    pages: [
      { to: paths.operatorRequests, title: 'Requests' },
      { to: paths.operatorDisclosures, title: 'Authorities' },
      { to: paths.operatorHolds, title: 'Legal holds' },
      { to: paths.operatorMinors, title: 'Minors' },
      { to: paths.operatorIncidents, title: 'Incidents' },
      { to: paths.operatorRetention, title: 'Retention' },
    ],
  },
] as const;

export type OperatorGroup = (typeof operatorGroups)[number];

/** The group that a page, or one below it, belongs to. */
export function groupOf(pathname: string): OperatorGroup | undefined {
  const isAt = (to: string): boolean => pathname === to || (to !== paths.operator && pathname.startsWith(`${to}/`));
  return operatorGroups.find(({ pages }) => pages.some(({ to }) => isAt(to)));
}
