/** What people do here, by the route that does it: a feature is counted because its route is, and by nothing else. */
export const features: Readonly<Record<string, string>> = {
  'POST /api/accounts': 'Accounts made',
  'PUT /api/resume': 'Resumes read',
  'POST /api/assessments': 'Resumes held against a role',
  'POST /api/interviews': 'Interviews begun',
  'POST /api/interviews/:id/answers/:position/feedback': 'Feedback asked for',
  'POST /api/interviews/:id/submission': 'Interviews handed in',
  'POST /api/certificates/:id/issuing': 'Certificates asked for',
  'GET /c/:slug': 'Pages of certificates opened',
  'POST /api/verifications': 'Certificates checked',
  'GET /api/talent': 'Searches for people',
  'POST /api/contact-requests': 'Requests to talk sent',
  'POST /api/templates/:id/invitations': 'Invitations to interviews sent',
  'POST /api/invitations/mine/:id/interview': 'Interviews begun by invitation',
  'POST /api/billing/purchases': 'Purchases begun',
  'POST /api/data-export': 'Copies of data asked for',
};
