import { AppError } from '../../kernel/index.js';

export const notADomain = (index: number): AppError =>
  new AppError('recruiters.not_a_domain', 422, 'One of these is not a web domain of its own. Nothing was changed.', { fields: { [`domains.${index}`]: 'Enter the domain alone, such as acme.com.' } });

export const unknownOrganisation = (): AppError =>
  new AppError('recruiters.unknown_organisation', 422, 'One of these organisations is not here, or not any more. Nothing was changed.', { fields: { organisationIds: 'Choose from the list.' } });
