import { AppError } from '../../kernel/index.js';

/** One answer for every link that does not work, whatever the reason. */
export const linkOver = (): AppError =>
  new AppError('recruiters.invitation_link_over', 404, 'This link opens no invitation here. It may be over or taken back, or it was sent to another address. Sign in with the address it was sent to and look under “Your invitations”, or ask whoever invited you for a new one.');

export const listTooLong = (most: number): AppError =>
  new AppError('recruiters.too_many_invitations', 422, `This list has more than ${most.toLocaleString('en')} people. Send it in parts; nothing was sent.`, { fields: { list: `At most ${most.toLocaleString('en')} people at once.` } });

export const nobodyToInvite = (): AppError =>
  new AppError('recruiters.nobody_to_invite', 422, 'There is nobody on this list who can be invited. Nothing was sent.', { fields: { list: 'Nobody on this list can be invited.' } });

export const enoughForToday = (most: number): AppError =>
  new AppError('recruiters.invitations_used_up', 429, `Your organisation invites at most ${most.toLocaleString('en')} people in a day. Send the others tomorrow; nothing was sent.`);

export const moveDoesNotFit = (): AppError =>
  new AppError('recruiters.invitation_moved_on', 409, 'This invitation is not in a state for that any more. Look again; nothing was changed.');

export const invitedAlready = (): AppError =>
  new AppError('recruiters.invited_already', 409, 'Another invitation of this template waits for this person. Nothing was changed.');

export const wantsNoInvitation = (): AppError =>
  new AppError('recruiters.wants_no_invitation', 409, 'Your organisation may not write to this address any more. Nothing was changed, and nothing was sent.');

export const deadlineDoesNotFit = (days: number): AppError =>
  new AppError('recruiters.deadline_does_not_fit', 422, 'This deadline does not fit. Nothing was changed.', { fields: { deadlineAt: `Choose a moment after the deadline there is now, and within ${days} days from today.` } });

export const invitationOver = (): AppError =>
  new AppError('recruiters.invitation_closed', 409, 'This invitation is over. What you handed in is kept under your interviews; nothing was changed.');

export const noClientNamed = (): AppError =>
  new AppError('recruiters.no_client_named', 409, 'This invitation names no client that results could be passed on to. Nothing was allowed.');

export const auditEndsBefore = (): AppError =>
  new AppError('recruiters.audit_ends_before', 422, 'This deadline does not fit. Nothing was changed.', { fields: { deadlineAt: 'The audit that New York asks for is older than a year by then, and this interview was begun for a program to score. Choose an earlier moment.' } });
