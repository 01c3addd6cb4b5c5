import { type Interview, type InterviewRoles, type MySessions, type QuestionSets, type Report, type Session } from './generated/index.js';

/** The names the screens use for what the server describes; `npm run api:types` reads it anew from openapi.json. */
export type {
  AccountDeletion, ApiToken, EmailChange, MyAccount, MySessions, PendingSignUp, RecoveryCodes, SecondFactor, SecondFactorSecret,
  Assessment, AssessmentFinding, AssessmentList, AssessmentRoles, AssessmentSummary,
  AddressConfirmed, Attempt, Feedback, Hint, Inbox, InboxMail, Interview, InterviewList, InterviewSummary, InterviewerLine, InterviewerOffer, JobPage, MailSent, OperationsStatus, PracticeSuggestion, PracticeTrend, PublishedPolicy, QuestionSets, Report, Resume, ResumeFacts,
  Recording, Take as BegunTake,
  SavedAnswer as AnswerReceipt, ScoringCard, Session,
} from './generated/index.js';

export type Account = NonNullable<Session['account']>;
export type InterviewRole = InterviewRoles['roles'][number];
export type InterviewState = Interview['state'];
export type InterviewQuestion = Interview['questions'][number];
/** Typed, spoken, or spoken with a picture. */
export type AnswerKind = Interview['answerKind'];
export type SpokenKind = Exclude<AnswerKind, 'text'>;
export type SavedAnswer = NonNullable<InterviewQuestion['answer']>;
/** Whose questions a role in one's own words leads to. */
export type QuestionSet = QuestionSets['sets'][number];
export type ReportAnswer = Report['answers'][number];
export type CriterionMark = ReportAnswer['criteria'][number];
export type CriterionId = CriterionMark['id'];
export type BegunSignIn = MySessions['sessions'][number];
