import { type Interview, type InterviewRoles, type Report, type Session } from './generated/index.js';

/** The names the screens use for what the server describes; `npm run api:types` reads it anew from openapi.json. */
export type {
  AddressConfirmed, Inbox, InboxMail, Interview, InterviewList, InterviewSummary, MailSent, OperationsStatus, PublishedPolicy, Report, Resume, ResumeFacts,
  SavedAnswer as AnswerReceipt, Session,
} from './generated/index.js';

export type Account = NonNullable<Session['account']>;
export type InterviewRole = InterviewRoles['roles'][number];
export type InterviewState = Interview['state'];
export type InterviewQuestion = Interview['questions'][number];
export type SavedAnswer = NonNullable<InterviewQuestion['answer']>;
export type ReportAnswer = Report['answers'][number];
export type CriterionMark = ReportAnswer['criteria'][number];
export type CriterionId = CriterionMark['id'];
