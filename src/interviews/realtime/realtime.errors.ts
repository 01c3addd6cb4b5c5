import { AppError } from '../../kernel/index.js';

export const interviewerNotOffered = (): AppError =>
  new AppError('interviews.interviewer_not_offered', 409, 'There is no interviewer to speak with here. Nothing is lost: answer the questions one by one.');

export const noConsentToInterviewer = (): AppError =>
  new AppError('consent.required', 403, 'You took back that the interviewer may hear you, so the conversation did not begin. Nothing is lost: answer the questions one by one.');
