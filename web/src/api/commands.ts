import { call } from './client.js';
import { type AddressConfirmed, type AnswerReceipt, type Interview, type MailSent, type Resume, type Session } from './schema.js';
import { uploadFile } from './upload.js';

const interviewPath = (id: string, rest = ''): string => `/api/interviews/${encodeURIComponent(id)}${rest}`;

export const signIn = (body: { email: string; password: string; staySignedIn: boolean }) => call<Session>('POST', '/api/session', { body });
export const signOut = () => call<void>('DELETE', '/api/session');
export const signUp = (body: { name: string; email: string; password: string; age: number }) =>
  call<MailSent>('POST', '/api/accounts', { body });
export const verifyEmail = (token: string) => call<AddressConfirmed>('POST', '/api/accounts/verification', { body: { token } });
export const sendVerificationMail = (email: string) =>
  call<MailSent>('POST', '/api/accounts/verification-mail', { body: { email } });
export const claimOperator = (token: string) => call<Session>('POST', '/api/operator-claims', { body: { token } });

export const uploadResume = (file: File, onProgress: (share: number) => void) =>
  uploadFile<Resume>('/api/resume', file, 'application/pdf', onProgress);
export const deleteResume = () => call<void>('DELETE', '/api/resume');

export const startInterview = (body: { roleId: string; levelId: string; questionCount: number; aiProcessing: boolean }) =>
  call<Interview>('POST', '/api/interviews', { body });
export const readInterview = (id: string) => call<Interview>('GET', interviewPath(id));
export const saveAnswer = (id: string, position: number, body: { text: string; baseRevision: number }, outlivePage: boolean) =>
  call<AnswerReceipt>('PUT', interviewPath(id, `/answers/${position}`), { body, outlivePage });
export const submitInterview = (id: string) => call<Interview>('POST', interviewPath(id, '/submission'), { body: {} });
export const scoreAgain = (id: string) => call<Interview>('POST', interviewPath(id, '/scoring'), { body: {} });
export const deleteInterview = (id: string) => call<void>('DELETE', interviewPath(id));
