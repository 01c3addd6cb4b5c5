import { AppError } from '../../kernel/index.js';

export const notAPerson = (field: string): AppError =>
  new AppError('accounts.not_a_person', 422, `The account in this copy has no ${field || 'account'} that one here could begin with. Nothing was brought in.`);

export const notOldEnough = (declared: number): AppError =>
  new AppError('accounts.too_young', 422, `Whoever this copy is of has declared no more than to have reached ${declared} years, and an account here takes more. Nothing was brought in. If they are old enough, they can sign up here themselves.`);

export const addressTaken = (): AppError =>
  new AppError('accounts.address_taken', 409, 'There is an account with this address here already, and nothing is put into it. Nothing was brought in. Its owner can delete it first, or name another address of theirs.');

export const knownByAnotherAddress = (): AppError =>
  new AppError('accounts.known_by_another_address', 409, 'Whoever this copy says it is of was brought here before, and has another address here. Nothing was brought in. Make sure that it is the same person; if it is, name the address they have here.');

export const gone = (): AppError =>
  new AppError('accounts.gone', 409, 'Whoever this copy is of was brought here before and has deleted that account. Nothing was brought in. Once it is deleted for good, it can be brought again.');
