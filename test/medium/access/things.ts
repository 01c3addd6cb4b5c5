import { type Actor } from './expected.js';

/** Whose each thing is that a path may name: those who get in. */
export const WHOSE = {
  'sign-in': ['candidate'], 'linked provider': ['candidate'], receipt: ['candidate'], copy: ['candidate'], 'resume file': ['candidate'], assessment: ['candidate'],
  interview: ['candidate'], 'invited interview': ['candidate'], 'live interview': ['candidate'], report: ['candidate'], take: ['candidate'], recording: ['candidate'], 'request received': ['candidate'],
  'invitation received': ['candidate'], 'decision received': ['candidate'],
  listing: ['recruiter', 'recruiter elsewhere'], client: ['recruiter'], member: ['recruiter'], 'colleague asked': ['recruiter'],
  'saved search': ['recruiter'], shortlist: ['recruiter'], entry: ['recruiter'], note: ['recruiter'], 'request sent': ['recruiter'],
  template: ['recruiter'], draft: ['recruiter'], batch: ['recruiter'], invitation: ['recruiter'], 'answer shown': ['recruiter'], 'appeal received': ['recruiter'], 'link for a client': ['recruiter'],
  person: ['operator'], organisation: ['operator'], 'privacy request': ['operator'], 'failed job': ['operator'], review: ['operator'], rescoring: ['operator'], news: ['operator'],
} as const satisfies Record<string, readonly Actor[]>;

export type Thing = keyof typeof WHOSE;

/** What a path names; the longest beginning that fits says it. A route that names something else must be written down here first. */
export const NAMED: Readonly<Record<string, Thing>> = {
  '/api/account/sessions/:id': 'sign-in',
  '/api/account/providers/:id': 'linked provider',
  '/api/consents/receipts/:id': 'receipt',
  '/api/data-export/file': 'copy',
  'GET /api/resume/file': 'resume file',
  '/api/assessments/:id': 'assessment',
  '/api/interviews/:id': 'interview',
  '/api/interviews/:id/facts': 'invited interview',
  '/api/interviews/:id/conversations': 'live interview',
  '/api/interviews/:id/answers/:position/conversation-takes': 'live interview',
  '/api/interviews/:id/report': 'report',
  '/api/takes/:takeId': 'take',
  '/api/recordings/:takeId': 'take',
  '/api/recordings/:takeId/media': 'recording',
  '/api/recordings/:takeId/captions.vtt': 'recording',
  '/api/contact-requests/mine/:id': 'request received',
  '/api/invitations/mine/:id': 'invitation received',
  '/api/invitations/mine/:id/decision': 'decision received',
  '/api/invitations/mine/:id/appeal': 'decision received',
  '/api/talent/:talentId': 'listing',
  '/api/organisation/clients/:id': 'client',
  '/api/organisation/members/:id': 'member',
  '/api/organisation/invitations/:id': 'colleague asked',
  '/api/saved-searches/:id': 'saved search',
  '/api/shortlists/:id': 'shortlist',
  '/api/shortlist-entries/:id': 'entry',
  '/api/shortlist-entries/:id/notes/:noteId': 'note',
  '/api/contact-requests/:id': 'request sent',
  '/api/templates/:id': 'template',
  '/api/templates/:id/draft': 'draft',
  '/api/templates/:id/publication': 'draft',
  '/api/invitation-batches/:id': 'batch',
  '/api/invitations/:id': 'invitation',
  '/api/invitations/:id/recordings/:takeId': 'answer shown',
  '/api/invitations/:id/appeal': 'appeal received',
  '/api/client-links/:id': 'link for a client',
  '/api/operations/people/:id': 'person',
  '/api/operations/organisations/:id': 'organisation',
  '/api/operations/requests/:id': 'privacy request',
  '/api/operations/failed-jobs/:id': 'failed job',
  '/api/operations/reviews/:id': 'review',
  '/api/operations/rescorings/:id': 'rescoring',
  '/api/operations/news/:id': 'news',
};

/** Parameters that name no thing of anybody. */
export const ANYBODYS: Readonly<Record<string, string>> = {
  position: '1', part: '0', seq: '0', purpose: 'marketing_email', provider: 'nowhere', questionId: 'hardest-bug', versionId: '00000000-0000-4000-8000-000000000000',
};
