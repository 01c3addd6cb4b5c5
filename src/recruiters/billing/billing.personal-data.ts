import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Ids of invitations alone, for the minutes until their credits are back. */
export const billingHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [{ table: 'recruiters.credit_to_return', subjectColumn: null, retention: 'invitations', since: 'since' }],
  async export() {
    return {};
  },
  async erase() {},
  async remaining() {
    return [];
  },
});
