import { AppError } from '../../kernel/index.js';

/** One answer for every link that shows nothing, whatever the reason. */
export const clientLinkOver = (): AppError =>
  new AppError('recruiters.client_link_over', 404, 'This link shows nothing any more. It may be over or taken back. Ask whoever sent it to you.');

export const notPassedOn = (): AppError =>
  new AppError('recruiters.not_passed_on', 409, 'One of these people does not let their results be passed on to this client, or took it back, or their results have ended. Nothing was shared. Look again, and choose those who do.');

export const severalClients = (): AppError =>
  new AppError('recruiters.several_clients', 409, 'These people were invited for different clients, or for none. A link shows those who were invited for one client. Nothing was shared.');

export const notAtAClient = (): AppError =>
  new AppError('recruiters.not_at_a_client', 422, 'A link is for somebody at the client. Nothing was shared.', { fields: { recipientEmail: 'This address is one of your own organisation.' } });

export const tooManyShown = (most: number): AppError =>
  new AppError('recruiters.too_many_shown', 422, `One link shows at most ${most} people. Nothing was shared.`);

export const worksTooLong = (days: number): AppError =>
  new AppError('recruiters.link_too_long', 422, 'This link would work too long. Nothing was shared.', { fields: { days: `Choose at most ${days} days.` } });
