import { AppError } from '../../kernel/index.js';

export const noOrganisation = (): AppError =>
  new AppError('recruiters.no_organisation', 403, 'You do not work for an organisation here yet. Make one, or ask a colleague to invite you.');

export const notApproved = (): AppError =>
  new AppError('recruiters.not_approved', 403, 'Your organisation is not approved, so it sees nobody yet. Its page says where things stand.');

export const notYourPart = (needed: string): AppError =>
  new AppError('recruiters.not_your_part', 403, `This needs the role ${needed} in your organisation. Ask one of its owners.`);

export const hasOrganisation = (): AppError =>
  new AppError('recruiters.has_organisation', 409, 'You work for an organisation here already. Leave it first; nothing was changed.');

export const notADomain = (field: string): AppError =>
  new AppError('recruiters.not_a_domain', 422, 'That is not a web domain of its own. Nothing was changed.', { fields: { [field]: 'Enter the domain alone, such as acme.com.' } });

export const tooLateToDecide = (): AppError =>
  new AppError('recruiters.decision_does_not_fit', 409, 'The organisation is not in a state for that any more. Look again; nothing was changed.');

export const decidedAlready = (): AppError =>
  new AppError('recruiters.decided_already', 409, 'Name and domain stay as they are once an organisation is approved. Write to the operator to have them changed.');

export const notAnAgency = (): AppError =>
  new AppError('recruiters.not_an_agency', 409, 'Only an agency has clients. Your organisation hires for itself; nothing was changed.');

export const clientKnown = (): AppError =>
  new AppError('recruiters.client_known', 409, 'You have named this client already. Nothing was changed.', { fields: { name: 'You have named this client already.' } });

export const tooManyClients = (most: number): AppError =>
  new AppError('recruiters.too_many_clients', 409, `You have named ${most.toLocaleString('en')} clients, which is the most. Remove one you do not hire for any more; nothing was changed.`);

export const lastOwner = (): AppError =>
  new AppError('recruiters.last_owner', 409, 'Every organisation needs an owner, and this is its last one. Make somebody else an owner first; nothing was changed.');

export const memberAlready = (): AppError =>
  new AppError('recruiters.member_already', 409, 'This person works with you here already. Nothing was sent.', { fields: { email: 'This person works with you here already.' } });

/** One sentence for every link that does not work, whatever the reason. */
export const invitationOver = (): AppError =>
  new AppError('recruiters.invitation_over', 422, 'This invitation does not work here. It may be used, taken back or too old, or it was sent to another address. Sign in with the address it was sent to, or ask for a new one.');

export const noReason = (): AppError =>
  new AppError('recruiters.no_reason', 422, 'Say why: the owners of the organisation are told. Nothing was changed.', { fields: { reason: 'Say why, in a sentence.' } });
