import { AppError } from '../../kernel/index.js';

export const noReason = (): AppError =>
  new AppError('interviews.no_reason', 422, 'Say why. Whoever was interviewed reads it.', { fields: { reason: 'Say why.' } });

export const reviewHeld = (until: Date): AppError =>
  new AppError('interviews.review_held', 409, `Somebody else has this open until ${until.toISOString().slice(11, 16)} (UTC). Take another one, or come back then.`);

export const reviewNotOpen = (): AppError =>
  new AppError('interviews.review_not_open', 409, 'You do not have this open, or not any more. Open it again, and say why. Nothing was decided.');

export const reviewDecided = (): AppError =>
  new AppError('interviews.review_decided', 409, 'A person has decided about this already. Nothing was changed.');

export const ownReview = (): AppError =>
  new AppError('interviews.own_review', 403, 'This is an interview of yours, so somebody else has to decide about it.');

export const noSuchScore = (): AppError =>
  new AppError('interviews.no_such_score', 422, 'One of the numbers you changed belongs to no answer that was judged. Nothing was decided.');

export const unknownEvaluator = (): AppError =>
  new AppError('interviews.unknown_evaluator', 422, 'Choose an evaluator from the list. Nothing was begun.', { fields: { evaluator: 'Choose an evaluator from the list.' } });

export const nothingToRescore = (): AppError =>
  new AppError('interviews.nothing_to_rescore', 422, 'No scored interview fits. Nothing was begun.');

export const rescoringUnderWay = (): AppError =>
  new AppError('interviews.rescoring_under_way', 409, 'This is not done yet. Let it come to its end first, or drop it.');

export const rescoringSettled = (): AppError =>
  new AppError('interviews.rescoring_settled', 409, 'This was decided before. Nothing was changed.');
