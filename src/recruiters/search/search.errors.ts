import { AppError } from '../../kernel/index.js';

export const unknownCompetency = (id: string): AppError =>
  new AppError('recruiters.unknown_competency', 422, `Nobody has a score in “${id}”. Take it out of the search, or choose another from the list.`);
