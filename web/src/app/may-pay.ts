import { type Organisation } from '../api/organisation-queries.js';

/** Whether somebody sees and buys what their organisation has; the server asks again at every request. */
export const mayPay = ({ myRoles }: Pick<Organisation, 'myRoles'>): boolean => myRoles.includes('owner') || myRoles.includes('billing');
