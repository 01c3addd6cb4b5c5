import { call } from './client.js';
import { type AddressConfirmed, type AnswerReceipt, type Assessment, type Attempt, type Feedback, type Hint, type Interview, type JobPage, type MailSent, type Resume, type SavedAnswer, type Session } from './schema.js';
import { uploadFile } from './upload.js';

const interviewPath = (id: string, rest = ''): string => `/api/interviews/${encodeURIComponent(id)}${rest}`;

export const signIn = (body: { email: string; password: string; staySignedIn: boolean }) => call<Session>('POST', '/api/session', { body });
export const signInSecondStep = (code: string) => call<Session>('POST', '/api/session/second-factor', { body: { code } });
export const sendMagicLink = (body: { email: string; staySignedIn: boolean }) => call<MailSent>('POST', '/api/session/link-mail', { body });
export const signInByLink = (token: string) => call<Session>('POST', '/api/session/link', { body: { token } });
export const signInByCode = (code: string) => call<Session>('POST', '/api/session/link-code', { body: { code } });
export const goToProvider = (id: string, body: { staySignedIn: boolean; next?: string }) =>
  call<{ url: string }>('POST', `/api/session/provider/${encodeURIComponent(id)}`, { body });
export const signOut = () => call<void>('DELETE', '/api/session');
export const signUp = (body: { name: string; email: string; password?: string; age: number }) =>
  call<MailSent>('POST', '/api/accounts', { body });
export const verifyEmail = (body: { token: string; password: string }) => call<AddressConfirmed>('POST', '/api/accounts/verification', { body });
export const sendVerificationMail = (email: string) =>
  call<MailSent>('POST', '/api/accounts/verification-mail', { body: { email } });
export const finishSignUp = (body: { name: string; age: number; takesPicture: boolean }) => call<Session>('POST', '/api/sign-up', { body });
export const forgetPendingSignUp = () => call<void>('DELETE', '/api/sign-up');
export const sendResetMail = (email: string) => call<MailSent>('POST', '/api/password-resets', { body: { email } });
export const resetPassword = (body: { token: string; password: string }) => call<void>('POST', '/api/password', { body });
export const claimOperator = (token: string) => call<Session>('POST', '/api/operator-claims', { body: { token } });

export const uploadResume = (file: File, onProgress: (share: number) => void) =>
  uploadFile<Resume>('/api/resume', file, 'application/octet-stream', onProgress);
export const deleteResume = () => call<void>('DELETE', '/api/resume');
export const deleteResumeFile = () => call<void>('DELETE', '/api/resume/file');

export const readJobPage = (address: string) => call<JobPage>('POST', '/api/job-pages', { body: { address } });

export const makeAssessment = (body: { roleId: string; description: string }) => call<Assessment>('POST', '/api/assessments', { body });
export const deleteAssessment = (id: string) => call<void>('DELETE', `/api/assessments/${encodeURIComponent(id)}`);

export interface InterviewWish {
  roleId: string;
  levelId: string;
  questionCount: number;
  aiProcessing?: boolean;
  mode?: Interview['mode'];
  /** What a question begins with; text when it is not said. */
  answerKind?: Interview['answerKind'];
  /** The role in one's own words, where it is not the role's title. */
  roleTitle?: string;
  goals?: string;
  jobDescription?: string;
  competencyId?: string;
}
export const startInterview = (body: InterviewWish) => call<Interview>('POST', '/api/interviews', { body });
export const readInterview = (id: string) => call<Interview>('GET', interviewPath(id));
export const saveAnswer = (id: string, position: number, body: { text: string; kind: SavedAnswer['kind']; transcriber: SavedAnswer['transcriber']; baseRevision: number }, outlivePage: boolean) =>
  call<AnswerReceipt>('PUT', interviewPath(id, `/answers/${position}`), { body, outlivePage });
export const askFollowUp = (id: string, position: number) => call<Interview>('POST', interviewPath(id, `/answers/${position}/follow-up`), { body: {} });
export const tryAgain = (id: string, position: number, text: string) => call<Attempt>('POST', interviewPath(id, `/answers/${position}/attempts`), { body: { text } });
export const submitInterview = (id: string) => call<Interview>('POST', interviewPath(id, '/submission'), { body: {} });
/** What the page of an invited interview counted since `visit` began. */
export const noteFacts = (id: string, body: { visit: string; notes: { position: number; timesLeft: number; pastes: number; pastedCharacters: number }[] }, outlivePage: boolean) =>
  call<void>('POST', interviewPath(id, '/facts'), { body, outlivePage });
export const scoreAgain = (id: string) => call<Interview>('POST', interviewPath(id, '/scoring'), { body: {} });
export const keepInterview = (id: string) => call<Interview>('PUT', interviewPath(id, '/pin'), { body: {} });
export const letInterviewGo = (id: string) => call<Interview>('DELETE', interviewPath(id, '/pin'));
export const askHint = (id: string, position: number) => call<Hint>('GET', interviewPath(id, `/answers/${position}/hint`));
export const askFeedback = (id: string, position: number) => call<Feedback>('POST', interviewPath(id, `/answers/${position}/feedback`), { body: {} });
export const deleteInterview = (id: string) => call<void>('DELETE', interviewPath(id));
