import { AppError } from '../kernel/index.js';
import { momentOf } from './moment-of.js';

export const alreadySubmitted = (): AppError =>
  new AppError('interviews.already_submitted', 409, 'This interview was submitted already, so its answers can no longer be changed.');

export const changedElsewhere = (): AppError =>
  new AppError('interviews.answer_changed_elsewhere', 409, 'This answer was changed in another tab or on another device. Both versions are kept: choose the one you want.');

export const answerTooLong = (most: number): AppError =>
  new AppError('interviews.answer_too_long', 422, `An answer can have at most ${most.toLocaleString('en')} characters. What was saved before is kept.`, { fields: { text: `Use at most ${most.toLocaleString('en')} characters.` } });

export const nothingAnswered = (): AppError =>
  new AppError('interviews.nothing_answered', 422, 'Answer at least one question before you submit. Everything is still open.');

export const unknownRole = (): AppError =>
  new AppError('interviews.unknown_role', 422, 'Choose a role and a level from the list. Nothing was started.', { fields: { roleId: 'Choose a role from the list.' } });

export const aiNotOffered = (): AppError =>
  new AppError('interviews.ai_not_offered', 422, 'No AI provider can judge your answers here any more. Nothing was started: start without one, and the built-in evaluator will judge them.', { fields: { aiProcessing: 'No AI provider is set up here.' } });

export const aiNotAllowed = (): AppError =>
  new AppError('consent.required', 403, 'You do not allow any AI provider to help with this interview. Nothing was started: allow one, or start without AI.');

export const unknownCompetency = (): AppError =>
  new AppError('interviews.unknown_competency', 422, 'This role has no questions on that competency. Nothing was started.', { fields: { competencyId: 'Choose a competency of this role.' } });

export const descriptionTooLong = (most: number): AppError =>
  new AppError('interviews.job_description_too_long', 422, `A job description can have at most ${most.toLocaleString('en')} characters. Nothing was started.`, {
    fields: { jobDescription: `Use at most ${most.toLocaleString('en')} characters.` },
  });

export const deadlineOver = (at: Date): AppError =>
  new AppError('interviews.deadline_over', 409, `This interview could be answered until ${momentOf(at)}. What was saved before is kept and stays yours, and nothing can be added or handed in any more.`);

export const kindNotOffered = (): AppError =>
  new AppError('interviews.answer_kind_not_offered', 422, 'Whoever invites you does not offer this way of answering. What was saved before is kept: choose one of the others.');

export const recordingNotOffered = (): AppError =>
  new AppError('interviews.recording_not_offered', 409, 'Whoever invites you does not want recordings, so nothing you speak here is kept.');

export const reportDelayed = (until: Date): AppError =>
  new AppError('interviews.report_delayed', 409, `Whoever invited you lets your own copy wait until ${momentOf(until)}. From then on it is yours to read and to download.`);

export const notKeepable = (): AppError =>
  new AppError('interviews.not_keepable', 409, 'Only an interview you have submitted can be kept. This one goes on as it was.');

export const keepingNotOffered = (): AppError =>
  new AppError('interviews.keeping_not_offered', 403, 'The operator of this place lets every interview end by itself, so none can be kept. Download the report if you want to have it longer.');

export const noHelpHere = (): AppError =>
  new AppError('interviews.no_help_here', 409, 'This interview was started without help, so there are no hints and no feedback until it is scored.');

export const nothingToJudge = (): AppError =>
  new AppError('interviews.nothing_to_judge', 422, 'Write something first, then there can be feedback on it.');

export const notReportedYet = (): AppError =>
  new AppError('interviews.not_reported_yet', 409, 'A question can be tried again once the interview has a report. Nothing was stored.');

export const takenElsewhere = (from: string): AppError =>
  new AppError('interviews.taken_elsewhere', 409, `You took this interview at ${from} and brought it here to read. Practise here to try its questions again. Nothing was stored.`);

export const attemptsUsedUp = (most: number): AppError =>
  new AppError('interviews.attempts_used_up', 409, `You have answered this question ${most} times. Your attempts are kept; practise another question now.`);

export const notScorable = (): AppError =>
  new AppError('interviews.not_scorable', 409, 'Only an interview without a score can be scored again.');

export const questionCountOutside = (min: number, max: number): AppError =>
  new AppError('interviews.question_count', 422, `Choose between ${min} and ${max} questions. Nothing was started.`, { fields: { questionCount: `Choose between ${min} and ${max}.` } });
