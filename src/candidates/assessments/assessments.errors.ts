import { AppError } from '../../kernel/index.js';

export const resumeFirst = (): AppError =>
  new AppError('candidates.assessment_needs_resume', 409, 'There is no resume of yours to hold against a role yet. Add one first; nothing was made.');

export const unknownRole = (): AppError =>
  new AppError('candidates.assessment_unknown_role', 422, 'Choose a role from the list. Nothing was made.', { fields: { roleId: 'Choose a role from the list.' } });

export const descriptionTooLong = (most: number): AppError =>
  new AppError('candidates.job_description_too_long', 422, `A job description can have at most ${most.toLocaleString('en')} characters. Nothing was made.`, {
    fields: { description: `Use at most ${most.toLocaleString('en')} characters.` },
  });

export const assessmentsFull = (most: number): AppError =>
  new AppError('candidates.assessments_full', 409, `You keep ${most} assessments already. Delete one you no longer need, then make a new one.`);
