import { type QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { type InvitationState } from '../api/invitation-queries.js';
import { type TalentPlace } from '../api/talent-queries.js';
import { onlyTalentAsk } from '../features/talent/talent-ask.js';
import { operating, policyRead, practising, recruiting, signedIn } from './guards.js';
import { invitationStates, isOneOf, onlyCompareAsk, onlyFigures, onlyPaymentDesk, onlyUsage, onlyVersions, onlyYear, type RequestState, requestStates, type ShortlistStage, shortlistStages } from './known-search.js';
import { PublicLayout } from './layouts/public-layout.js';
import { Shell } from './layouts/shell.js';
import { paths } from './paths.js';
import { ErrorPage } from './routes/error-page.js';
import { NotFoundPage } from './routes/not-found-page.js';
import { PendingPage } from './routes/pending-page.js';

interface RouterContext {
  queryClient: QueryClient;
}

const onlyNext = (search: Record<string, unknown>): { next?: string } => (typeof search.next === 'string' ? { next: search.next } : {});

const onlySignIn = (search: Record<string, unknown>): { next?: string; problem?: string } =>
  ({ ...onlyNext(search), ...(typeof search.problem === 'string' ? { problem: search.problem } : {}) });

/** The room's place: the check of camera and microphone, a question by its position, the one to warm up, the conversation, or the page that asks before submitting. */
const onlyQuestion = ({ question }: Record<string, unknown>): { question?: number | 'devices' | 'warm-up' | 'interviewer' | 'review' } => {
  if (question === 'review' || question === 'warm-up' || question === 'devices' || question === 'interviewer') return { question };
  return typeof question === 'number' && Number.isInteger(question) && question > 0 ? { question } : {};
};

const onlyMailState = ({ state }: Record<string, unknown>): { state?: 'queued' | 'sent' | 'refused' } =>
  (state === 'queued' || state === 'sent' || state === 'refused' ? { state } : {});

/** Which requests about data: those that wait, unless the address says otherwise. */
const onlyAnswered = ({ state }: Record<string, unknown>): { state?: 'answered' } => (state === 'answered' ? { state } : {});

/** Which interviews a person decides about: those that wait, unless the address says otherwise. */
const onlyDecided = ({ state }: Record<string, unknown>): { state?: 'decided' } => (state === 'decided' ? { state } : {});

/** Which tables: those whose rows carry an end, unless the address says otherwise. */
const onlyAll = ({ show }: Record<string, unknown>): { show?: 'all' } => (show === 'all' ? { show } : {});

/** The certificate that is decided about, or looked up. */
const onlyCertificate = ({ check, find }: Record<string, unknown>): { check?: string; find?: string } => ({
  ...(typeof check === 'string' ? { check } : {}), ...(typeof find === 'string' || typeof find === 'number' ? { find: String(find) } : {}),
});

/** The two evaluators that are compared. */
const onlyTwo = ({ first, second }: Record<string, unknown>): { first?: string; second?: string } => ({
  ...(typeof first === 'string' ? { first } : {}), ...(typeof second === 'string' ? { second } : {}),
});

const onlyOrganisationState = ({ state }: Record<string, unknown>): { state?: 'pending' | 'approved' | 'refused' | 'suspended' } =>
  (state === 'pending' || state === 'approved' || state === 'refused' || state === 'suspended' ? { state } : {});

const onlyAuditFilter = ({ actor, subject, action }: Record<string, unknown>): { actor?: string; subject?: string; action?: string } => ({
  ...(typeof actor === 'string' ? { actor } : {}), ...(typeof subject === 'string' ? { subject } : {}), ...(typeof action === 'string' ? { action } : {}),
});

/** The client of an agency for whom somebody looks at people. */
const onlyClient = ({ client }: Record<string, unknown>): { client?: string } => (typeof client === 'string' ? { client } : {});

/** Whom of a shortlist one sees, and who of them is open beside it. */
const onlyStage = ({ stage, entry }: Record<string, unknown>): { stage?: ShortlistStage; entry?: string } =>
  ({ ...(isOneOf(shortlistStages, stage) ? { stage } : {}), ...(typeof entry === 'string' ? { entry } : {}) });

/** Which invitations of a template, and the ones that are being sent. */
const onlyInvitations = ({ state, batch }: Record<string, unknown>): { state?: InvitationState; batch?: string } =>
  ({ ...(isOneOf(invitationStates, state) ? { state } : {}), ...(typeof batch === 'string' ? { batch } : {}) });

/** The templates in use, unless the address says otherwise. */
const onlyArchived = ({ archived }: Record<string, unknown>): { archived?: true } => (archived === true ? { archived } : {});

const onlyRequestState = ({ state }: Record<string, unknown>): { state?: RequestState } => (isOneOf(requestStates, state) ? { state } : {});

/** The certificate that is to be checked. */
const onlyLink = ({ link }: Record<string, unknown>): { link?: string } => (typeof link === 'string' ? { link } : {});

/** In which currency prices are shown. */
const onlyCurrency = ({ currency }: Record<string, unknown>): { currency?: string } => (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : {});

/** The role an assessment begins with. */
const onlyRole = ({ role }: Record<string, unknown>): { role?: string } => (typeof role === 'string' ? { role } : {});

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: () => <PublicLayout><NotFoundPage /></PublicLayout>,
});
const open = createRoute({ getParentRoute: () => root, id: 'public', component: PublicLayout });
const candidate = createRoute({
  getParentRoute: () => root,
  id: 'candidate',
  beforeLoad: async (arrival) => void (await practising(arrival)),
  errorComponent: (props) => <PublicLayout><ErrorPage {...props} /></PublicLayout>,
  component: lazyRouteComponent(() => import('./layouts/candidate-layout.js'), 'CandidateLayout'),
});
const recruiter = createRoute({
  getParentRoute: () => root,
  id: 'recruiter',
  beforeLoad: async (arrival) => void (await recruiting(arrival)),
  errorComponent: (props) => <PublicLayout><ErrorPage {...props} /></PublicLayout>,
  component: lazyRouteComponent(() => import('./layouts/recruiter-layout.js'), 'RecruiterLayout'),
});
/** What everybody has who is signed in, in the frame they are at home in. */
const home = createRoute({
  getParentRoute: () => root,
  id: 'home',
  beforeLoad: async (arrival) => void (await signedIn(arrival)),
  errorComponent: (props) => <PublicLayout><ErrorPage {...props} /></PublicLayout>,
  component: lazyRouteComponent(() => import('./layouts/home-layout.js'), 'HomeLayout'),
});
const operator = createRoute({
  getParentRoute: () => root,
  id: 'operator',
  beforeLoad: async (arrival) => void (await operating(arrival)),
  errorComponent: (props) => <PublicLayout><ErrorPage {...props} /></PublicLayout>,
  component: lazyRouteComponent(() => import('./layouts/operator-layout.js'), 'OperatorLayout'),
});

/** The page of the built-in gateway, which is no part of the product's own pages. */
const gateway = createRoute({ getParentRoute: () => root, id: 'gateway', component: lazyRouteComponent(() => import('./layouts/gateway-layout.js'), 'GatewayLayout') });
const gatewayRoutes = [
  createRoute({ getParentRoute: () => gateway, path: paths.builtInCheckout, component: lazyRouteComponent(() => import('./routes/built-in-checkout-page.js'), 'BuiltInCheckoutPage') }),
] as const;

const openRoutes = [
  createRoute({ getParentRoute: () => open, path: paths.welcome, component: lazyRouteComponent(() => import('./routes/welcome-page.js'), 'WelcomePage') }),
  createRoute({ getParentRoute: () => open, path: paths.tryQuestion, component: lazyRouteComponent(() => import('./routes/try-page.js'), 'TryPage') }),
  createRoute({ getParentRoute: () => open, path: paths.signUp, validateSearch: onlyNext, loader: policyRead, component: lazyRouteComponent(() => import('./routes/sign-up-page.js'), 'SignUpPage') }),
  createRoute({ getParentRoute: () => open, path: paths.signIn, validateSearch: onlySignIn, loader: policyRead, component: lazyRouteComponent(() => import('./routes/sign-in-page.js'), 'SignInPage') }),
  createRoute({ getParentRoute: () => open, path: paths.signInByMail, validateSearch: onlyNext, component: lazyRouteComponent(() => import('./routes/sign-in-by-mail-page.js'), 'SignInByMailPage') }),
  createRoute({ getParentRoute: () => open, path: paths.signInByCode, component: lazyRouteComponent(() => import('./routes/sign-in-by-code-page.js'), 'SignInByCodePage') }),
  createRoute({ getParentRoute: () => open, path: paths.signInByLink, component: lazyRouteComponent(() => import('./routes/sign-in-by-link-page.js'), 'SignInByLinkPage') }),
  createRoute({ getParentRoute: () => open, path: paths.secondStep, component: lazyRouteComponent(() => import('./routes/second-step-page.js'), 'SecondStepPage') }),
  createRoute({ getParentRoute: () => open, path: paths.finishSignUp, component: lazyRouteComponent(() => import('./routes/finish-sign-up-page.js'), 'FinishSignUpPage') }),
  createRoute({ getParentRoute: () => open, path: paths.forgottenPassword, component: lazyRouteComponent(() => import('./routes/forgotten-password-page.js'), 'ForgottenPasswordPage') }),
  createRoute({ getParentRoute: () => open, path: paths.resetPassword, component: lazyRouteComponent(() => import('./routes/reset-password-page.js'), 'ResetPasswordPage') }),
  createRoute({ getParentRoute: () => open, path: paths.confirmEmailChange, component: lazyRouteComponent(() => import('./routes/confirm-email-change-page.js'), 'ConfirmEmailChangePage') }),
  createRoute({ getParentRoute: () => open, path: paths.accountDeleted, component: lazyRouteComponent(() => import('./routes/account-deleted-page.js'), 'AccountDeletedPage') }),
  createRoute({ getParentRoute: () => open, path: paths.checkYourMail, component: lazyRouteComponent(() => import('./routes/check-your-mail-page.js'), 'CheckYourMailPage') }),
  createRoute({ getParentRoute: () => open, path: paths.verifyEmail, component: lazyRouteComponent(() => import('./routes/verify-email-page.js'), 'VerifyEmailPage') }),
  createRoute({ getParentRoute: () => open, path: paths.joinOrganisation, component: lazyRouteComponent(() => import('./routes/join-organisation-page.js'), 'JoinOrganisationPage') }),
  createRoute({ getParentRoute: () => open, path: paths.sharedResults, component: lazyRouteComponent(() => import('./routes/shared-page.js'), 'SharedPage') }),
  createRoute({ getParentRoute: () => open, path: paths.confirmRequest, component: lazyRouteComponent(() => import('./routes/confirm-request-page.js'), 'ConfirmRequestPage') }),
  createRoute({ getParentRoute: () => open, path: paths.copiesDeleted, component: lazyRouteComponent(() => import('./routes/copies-deleted-page.js'), 'CopiesDeletedPage') }),
  createRoute({ getParentRoute: () => open, path: paths.invitationLink, component: lazyRouteComponent(() => import('./routes/invitation-arrival-page.js'), 'InvitationArrivalPage') }),
  createRoute({ getParentRoute: () => open, path: paths.aiNotice, component: lazyRouteComponent(() => import('./routes/ai-notice-page.js'), 'AiNoticePage') }),
  createRoute({ getParentRoute: () => open, path: paths.unsubscribe, component: lazyRouteComponent(() => import('./routes/unsubscribe-page.js'), 'UnsubscribePage') }),
  createRoute({ getParentRoute: () => open, path: paths.operatorClaim, component: lazyRouteComponent(() => import('./routes/operator-claim-page.js'), 'OperatorClaimPage') }),
  createRoute({ getParentRoute: () => open, path: paths.inbox, component: lazyRouteComponent(() => import('./routes/inbox-page.js'), 'InboxPage') }),
  createRoute({ getParentRoute: () => open, path: paths.inboxMail, component: lazyRouteComponent(() => import('./routes/inbox-mail-page.js'), 'InboxMailPage') }),
  createRoute({ getParentRoute: () => open, path: paths.scoring, component: lazyRouteComponent(() => import('./routes/scoring-page.js'), 'ScoringPage') }),
  createRoute({ getParentRoute: () => open, path: paths.verify, validateSearch: onlyLink, component: lazyRouteComponent(() => import('./routes/verify-page.js'), 'VerifyPage') }),
  createRoute({ getParentRoute: () => open, path: paths.pricing, validateSearch: onlyCurrency, component: lazyRouteComponent(() => import('./routes/pricing-page.js'), 'PricingPage') }),
  createRoute({ getParentRoute: () => open, path: paths.retention, component: lazyRouteComponent(() => import('./routes/retention-page.js'), 'RetentionPage') }),
  createRoute({ getParentRoute: () => open, path: paths.privacyNotice, component: lazyRouteComponent(() => import('./routes/privacy-notice-page.js'), 'PrivacyNoticePage') }),
  createRoute({ getParentRoute: () => open, path: paths.cookies, component: lazyRouteComponent(() => import('./routes/cookies-page.js'), 'CookiesPage') }),
  createRoute({ getParentRoute: () => open, path: paths.processors, component: lazyRouteComponent(() => import('./routes/processors-page.js'), 'ProcessorsPage') }),
  createRoute({ getParentRoute: () => open, path: paths.reportMinor, component: lazyRouteComponent(() => import('./routes/report-minor-page.js'), 'ReportMinorPage') }),
  createRoute({ getParentRoute: () => open, path: paths.contact, component: lazyRouteComponent(() => import('./routes/contact-page.js'), 'ContactPage') }),
  createRoute({ getParentRoute: () => open, path: paths.noticeVersions, validateSearch: onlyVersions, component: lazyRouteComponent(() => import('./routes/notice-versions-page.js'), 'NoticeVersionsPage') }),
  createRoute({ getParentRoute: () => open, path: paths.doNotSell, component: lazyRouteComponent(() => import('./routes/do-not-sell-page.js'), 'DoNotSellPage') }),
  createRoute({ getParentRoute: () => open, path: paths.promises, component: lazyRouteComponent(() => import('./routes/promises-page.js'), 'PromisesPage') }),
] as const;

const candidateRoutes = [
  createRoute({ getParentRoute: () => candidate, path: paths.requests, component: lazyRouteComponent(() => import('./routes/requests-page.js'), 'RequestsPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.myInvitations, component: lazyRouteComponent(() => import('./routes/my-invitations-page.js'), 'MyInvitationsPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.invited, component: lazyRouteComponent(() => import('./routes/invited-page.js'), 'InvitedPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.practice, component: lazyRouteComponent(() => import('./routes/practice-page.js'), 'PracticePage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.setUp, component: lazyRouteComponent(() => import('./routes/set-up-page.js'), 'SetUpPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.room, validateSearch: onlyQuestion, component: lazyRouteComponent(() => import('./routes/room-page.js'), 'RoomPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.certificateOffer, component: lazyRouteComponent(() => import('./routes/certificate-offer-page.js'), 'CertificateOfferPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.certificates, component: lazyRouteComponent(() => import('./routes/certificates-page.js'), 'CertificatesPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.certificate, component: lazyRouteComponent(() => import('./routes/certificate-page.js'), 'CertificatePage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.report, component: lazyRouteComponent(() => import('./routes/report-page.js'), 'ReportPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.assessment, validateSearch: onlyRole, component: lazyRouteComponent(() => import('./routes/assessment-page.js'), 'AssessmentPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.assessmentResult, component: lazyRouteComponent(() => import('./routes/assessment-result-page.js'), 'AssessmentResultPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.candidateProfile, component: lazyRouteComponent(() => import('./routes/candidate-profile-page.js'), 'CandidateProfilePage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.visibility, component: lazyRouteComponent(() => import('./routes/visibility-page.js'), 'VisibilityPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.seen, component: lazyRouteComponent(() => import('./routes/seen-page.js'), 'SeenPage') }),
  createRoute({ getParentRoute: () => candidate, path: paths.settings, component: lazyRouteComponent(() => import('./routes/settings-page.js'), 'SettingsPage') }),
] as const;

const homeRoutes = [
  createRoute({ getParentRoute: () => home, path: paths.foundOrganisation, component: lazyRouteComponent(() => import('./routes/found-organisation-page.js'), 'FoundOrganisationPage') }),
  createRoute({ getParentRoute: () => home, path: paths.privacy, component: lazyRouteComponent(() => import('./routes/privacy-page.js'), 'PrivacyPage') }),
  createRoute({ getParentRoute: () => home, path: paths.dataExport, component: lazyRouteComponent(() => import('./routes/data-export-page.js'), 'DataExportPage') }),
  createRoute({ getParentRoute: () => home, path: paths.dataRequests, component: lazyRouteComponent(() => import('./routes/data-requests-page.js'), 'DataRequestsPage') }),
  createRoute({ getParentRoute: () => home, path: paths.consents, component: lazyRouteComponent(() => import('./routes/consents-page.js'), 'ConsentsPage') }),
  createRoute({ getParentRoute: () => home, path: paths.purchaseReturn, component: lazyRouteComponent(() => import('./routes/purchase-return-page.js'), 'PurchaseReturnPage') }),
  createRoute({ getParentRoute: () => home, path: paths.notes, component: lazyRouteComponent(() => import('./routes/notes-page.js'), 'NotesPage') }),
] as const;

const recruiterRoutes = [
  createRoute({ getParentRoute: () => recruiter, path: paths.templates, validateSearch: onlyArchived, component: lazyRouteComponent(() => import('./routes/templates-page.js'), 'TemplatesPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.template, component: lazyRouteComponent(() => import('./routes/template-page.js'), 'TemplatePage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.templatePreview, component: lazyRouteComponent(() => import('./routes/template-preview-page.js'), 'TemplatePreviewPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.shortlists, component: lazyRouteComponent(() => import('./routes/shortlists-page.js'), 'ShortlistsPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.shortlist, validateSearch: onlyStage, component: lazyRouteComponent(() => import('./routes/shortlist-page.js'), 'ShortlistPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.contactRequests, validateSearch: onlyRequestState, component: lazyRouteComponent(() => import('./routes/contact-requests-page.js'), 'ContactRequestsPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.invitations, validateSearch: onlyInvitations, component: lazyRouteComponent(() => import('./routes/invitations-page.js'), 'InvitationsPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.compare, validateSearch: onlyCompareAsk, component: lazyRouteComponent(() => import('./routes/compare-page.js'), 'ComparePage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.fairness, validateSearch: onlyYear, component: lazyRouteComponent(() => import('./routes/fairness-page.js'), 'FairnessPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.hiring, validateSearch: onlyFigures, component: lazyRouteComponent(() => import('./routes/hiring-page.js'), 'HiringPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.organisationBilling, validateSearch: onlyCurrency, component: lazyRouteComponent(() => import('./routes/hiring-billing-page.js'), 'HiringBillingPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.deletionsDue, component: lazyRouteComponent(() => import('./routes/deletions-page.js'), 'DeletionsPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.invitationReview, component: lazyRouteComponent(() => import('./routes/review-page.js'), 'ReviewPage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.invite, component: lazyRouteComponent(() => import('./routes/invite-page.js'), 'InvitePage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.organisation, component: lazyRouteComponent(() => import('./routes/organisation-page.js'), 'OrganisationPage') }),
  createRoute({
    getParentRoute: () => recruiter, path: paths.talent, validateSearch: (search: Record<string, unknown>) => ({ ...onlyTalentAsk(search), ...onlyClient(search) }),
    component: lazyRouteComponent(() => import('./routes/talent-page.js'), 'TalentPage'),
  }),
  createRoute({ getParentRoute: () => recruiter, path: paths.talentProfile, validateSearch: onlyClient, component: lazyRouteComponent(() => import('./routes/talent-profile-page.js'), 'TalentProfilePage') }),
  createRoute({ getParentRoute: () => recruiter, path: paths.savedSearches, component: lazyRouteComponent(() => import('./routes/saved-searches-page.js'), 'SavedSearchesPage') }),
] as const;

const settings = createRoute({ getParentRoute: () => candidate, id: 'settings-pages', component: lazyRouteComponent(() => import('./routes/settings-layout.js'), 'SettingsLayout') });
const settingsRoutes = [
  createRoute({ getParentRoute: () => settings, path: paths.profile, component: lazyRouteComponent(() => import('./routes/settings-profile-page.js'), 'SettingsProfilePage') }),
  createRoute({ getParentRoute: () => settings, path: paths.resume, component: lazyRouteComponent(() => import('./routes/settings-resume-page.js'), 'SettingsResumePage') }),
  createRoute({ getParentRoute: () => settings, path: paths.mailPreferences, component: lazyRouteComponent(() => import('./routes/settings-mails-page.js'), 'SettingsMailsPage') }),
  createRoute({ getParentRoute: () => settings, path: paths.billing, validateSearch: onlyCurrency, component: lazyRouteComponent(() => import('./routes/settings-billing-page.js'), 'SettingsBillingPage') }),
  createRoute({ getParentRoute: () => settings, path: paths.signIns, component: lazyRouteComponent(() => import('./routes/settings-sign-ins-page.js'), 'SettingsSignInsPage') }),
  createRoute({ getParentRoute: () => settings, path: paths.password, component: lazyRouteComponent(() => import('./routes/settings-password-page.js'), 'SettingsPasswordPage') }),
  createRoute({ getParentRoute: () => settings, path: paths.secondFactor, validateSearch: onlyNext, component: lazyRouteComponent(() => import('./routes/settings-second-factor-page.js'), 'SettingsSecondFactorPage') }),
  createRoute({ getParentRoute: () => settings, path: paths.apiAccess, component: lazyRouteComponent(() => import('./routes/settings-api-access-page.js'), 'SettingsApiAccessPage') }),
  createRoute({ getParentRoute: () => settings, path: paths.account, component: lazyRouteComponent(() => import('./routes/settings-account-page.js'), 'SettingsAccountPage') }),
] as const;

const operatorRoutes = [
  createRoute({ getParentRoute: () => operator, path: paths.operator, component: lazyRouteComponent(() => import('./routes/operator-page.js'), 'OperatorPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorWork, component: lazyRouteComponent(() => import('./routes/operator-work-page.js'), 'OperatorWorkPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorMails, validateSearch: onlyMailState, component: lazyRouteComponent(() => import('./routes/operator-mails-page.js'), 'OperatorMailsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorNews, component: lazyRouteComponent(() => import('./routes/operator-news-page.js'), 'OperatorNewsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorPeople, component: lazyRouteComponent(() => import('./routes/operator-people-page.js'), 'OperatorPeoplePage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorPerson, component: lazyRouteComponent(() => import('./routes/operator-person-page.js'), 'OperatorPersonPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorRequests, validateSearch: onlyAnswered, component: lazyRouteComponent(() => import('./routes/operator-requests-page.js'), 'OperatorRequestsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorHolds, component: lazyRouteComponent(() => import('./routes/operator-holds-page.js'), 'OperatorHoldsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorDisclosures, component: lazyRouteComponent(() => import('./routes/operator-disclosures-page.js'), 'OperatorDisclosuresPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorMinors, validateSearch: onlyDecided, component: lazyRouteComponent(() => import('./routes/operator-minors-page.js'), 'OperatorMinorsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorIncidents, component: lazyRouteComponent(() => import('./routes/operator-incidents-page.js'), 'OperatorIncidentsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorIncident, component: lazyRouteComponent(() => import('./routes/operator-incident-page.js'), 'OperatorIncidentPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorOrganisations, validateSearch: onlyOrganisationState, component: lazyRouteComponent(() => import('./routes/operator-organisations-page.js'), 'OperatorOrganisationsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorReviews, validateSearch: onlyDecided, component: lazyRouteComponent(() => import('./routes/operator-reviews-page.js'), 'OperatorReviewsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorReview, component: lazyRouteComponent(() => import('./routes/operator-review-page.js'), 'OperatorReviewPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorEvaluators, validateSearch: onlyTwo, component: lazyRouteComponent(() => import('./routes/operator-evaluators-page.js'), 'OperatorEvaluatorsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorCertificates, validateSearch: onlyCertificate, component: lazyRouteComponent(() => import('./routes/operator-certificates-page.js'), 'OperatorCertificatesPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorPayments, validateSearch: onlyPaymentDesk, component: lazyRouteComponent(() => import('./routes/operator-payments-page.js'), 'OperatorPaymentsPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorUsage, validateSearch: onlyUsage, component: lazyRouteComponent(() => import('./routes/operator-usage-page.js'), 'OperatorUsagePage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorRetention, validateSearch: onlyAll, component: lazyRouteComponent(() => import('./routes/operator-retention-page.js'), 'OperatorRetentionPage') }),
  createRoute({ getParentRoute: () => operator, path: paths.operatorAudit, validateSearch: onlyAuditFilter, component: lazyRouteComponent(() => import('./routes/operator-audit-page.js'), 'OperatorAuditPage') }),
] as const;

const routeTree = root.addChildren([
  open.addChildren(openRoutes), candidate.addChildren([...candidateRoutes, settings.addChildren(settingsRoutes)]), home.addChildren(homeRoutes), recruiter.addChildren(recruiterRoutes), operator.addChildren(operatorRoutes),
  gateway.addChildren(gatewayRoutes),
]);

export const createAppRouter = (queryClient: QueryClient) => createRouter({
  routeTree,
  context: { queryClient },
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
});

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }

  interface HistoryState {
    /** Where a mail went: in the history and not in the address, so that it reaches no log. */
    email?: string;
    /** The address was confirmed a moment ago. */
    confirmed?: true;
    /** A new password was set a moment ago. */
    passwordSet?: true;
    /** What the server said of the account that was deleted a moment ago. */
    deletion?: { goneAt: string; now: boolean };
    /** The search where somebody was told that opening a profile is recorded. */
    toldAt?: TalentPlace;
    /** When the saved search that was opened was looked at before. */
    newSince?: string;
  }
}
