import { holdsPersonalData } from '../../../platform/personal-data/index.js';

/** The books of the built-in gateway know purchases by their ids, and nobody: whose a purchase is stands in `payments.purchase`. */
export const builtInHolder = holdsPersonalData({
  module: 'payments',
  tables: ['checkout', 'subscription', 'payment', 'refund'].map((name) => ({ table: `payments.built_in_${name}`, subjectColumn: null, retention: 'paymentRecords' as const })),
  export: () => Promise.resolve({}),
  erase: () => Promise.resolve(),
  remaining: () => Promise.resolve([]),
});
